package io.github.bedrocksql.console;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;

/** A file that is there when all of it was written: what fails half way leaves an older one. */
final class WholeFile {
  private WholeFile() {}

  /** Writes what a file holds, and returns what there is to say of it. */
  @FunctionalInterface
  interface Content<T> {
    T write(OutputStream out) throws SQLException, IOException;
  }

  /** Writes a file. */
  static <T> T write(Path file, Content<T> content) throws SQLException, IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      T said;
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        said = content.write(out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      return said;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Returns why a file could not be read or written. */
  static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemException failed && failed.getReason() != null) {
      return failed.getReason();
    }
    return e instanceof CharacterCodingException
        ? "it is not UTF-8"
        : String.valueOf(e.getMessage());
  }
}
