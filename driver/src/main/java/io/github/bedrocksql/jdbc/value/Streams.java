package io.github.bedrocksql.jdbc.value;

import com.google.common.io.ByteStreams;
import io.github.bedrocksql.adapter.error.SqlState;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;

/** Values that come as streams, read to their end: they are compared, so all of them is needed. */
public final class Streams {
  private static final int BUFFER = 4096;

  private Streams() {}

  /** Returns what a stream or a large object holds, a String or bytes; any other value itself. */
  static Object read(Object value) throws SQLException {
    if (value instanceof Clob clob) {
      return text(clob.getCharacterStream(), Long.MAX_VALUE);
    }
    if (value instanceof Blob blob) {
      return bytes(blob.getBinaryStream(), Long.MAX_VALUE);
    }
    if (value instanceof InputStream stream) {
      return bytes(stream, Long.MAX_VALUE);
    }
    return value instanceof Reader reader ? text(reader, Long.MAX_VALUE) : value;
  }

  /** Returns at most {@code length} characters; null for null. */
  public static String text(Reader reader, long length) throws SQLException {
    checkLength(length);
    if (reader == null) {
      return null;
    }
    try {
      StringBuilder text = new StringBuilder();
      char[] buffer = new char[BUFFER];
      int read = 0;
      while (read >= 0 && text.length() < length) {
        read = reader.read(buffer, 0, (int) Math.min(BUFFER, length - text.length()));
        text.append(buffer, 0, Math.max(read, 0));
      }
      return text.toString();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Returns at most {@code length} bytes; null for null. */
  public static byte[] bytes(InputStream stream, long length) throws SQLException {
    checkLength(length);
    if (stream == null) {
      return null;
    }
    try {
      return ByteStreams.limit(stream, length).readAllBytes();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  public static Reader ascii(InputStream stream) {
    return stream == null ? null : new InputStreamReader(stream, StandardCharsets.US_ASCII);
  }

  private static void checkLength(long length) throws SQLException {
    if (length < 0) {
      throw SqlState.INVALID_PARAMETER.exception(length + " is not a valid length");
    }
  }

  private static SQLException unreadable(IOException e) {
    return SqlState.IO_ERROR.exception(
        "The stream of a parameter can't be read: " + e.getMessage(), e);
  }
}
