package io.github.bedrocksql.adapter.client;

import com.google.common.io.ByteStreams;
import com.google.common.primitives.Bytes;
import com.google.common.primitives.Ints;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Counts attempts, notes request ids, and takes the bodies of answers, which the SDK then finds
 * empty: they are read by the operation that asked.
 */
final class TraceInterceptor implements ExecutionInterceptor {
  private static final String REQUEST_ID = "x-amzn-RequestId";
  private static final String CONTENT_TYPE = "Content-Type";
  private static final String CONTENT_LENGTH = "Content-Length";
  private static final String CONTENT_ENCODING = "Content-Encoding";
  private static final String CHECKSUM = "x-amz-crc32";

  /** A header that says more may be wrong, and is not worth its memory ahead. */
  private static final int MOST_TOLD = 1 << 24;

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    trace(attributes).ifPresent(CallTrace::sent);
  }

  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
    trace(attributes)
        .ifPresent(
            trace ->
                trace.answered(
                    context.httpResponse().statusCode(),
                    context.httpResponse().firstMatchingHeader(CONTENT_TYPE),
                    context.httpResponse().firstMatchingHeader(REQUEST_ID)));
  }

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    Optional<CallTrace> trace = trace(attributes);
    if (trace.isEmpty()
        || context.responseBody().isEmpty()
        || !context.httpResponse().isSuccessful()) {
      return context.responseBody();
    }
    try (InputStream body = context.responseBody().get()) {
      byte[] bytes = all(body, context.httpResponse());
      boolean zipped =
          context
              .httpResponse()
              .firstMatchingHeader(CONTENT_ENCODING)
              .filter("gzip"::equals)
              .isPresent();
      trace.get().keep(zipped ? unzipped(bytes) : bytes);
      // With these headers the SDK looks at the body, whatever it is to read.
      boolean examined = zipped || context.httpResponse().firstMatchingHeader(CHECKSUM).isPresent();
      return Optional.of(
          examined ? new ByteArrayInputStream(bytes) : InputStream.nullInputStream());
    } catch (ZipException e) {
      throw new UnreadableAnswer("not gzip, as its Content-Encoding says it is");
    } catch (IOException e) {
      // The SDK tries again over its own exceptions only.
      throw SdkClientException.create("The connection was closed in the middle of the answer", e);
    }
  }

  /** Where the length is told, without a buffer that grows: a page has half a megabyte. */
  private static byte[] all(InputStream body, SdkHttpResponse response) throws IOException {
    Integer length = response.firstMatchingHeader(CONTENT_LENGTH).map(Ints::tryParse).orElse(null);
    if (length == null || length < 0 || length > MOST_TOLD) {
      return body.readAllBytes();
    }
    byte[] bytes = new byte[length];
    int read = ByteStreams.read(body, bytes, 0, length);
    int more = body.read(); // None; but only its end gives the connection back.
    if (more >= 0) {
      return Bytes.concat(bytes, new byte[] {(byte) more}, body.readAllBytes());
    }
    return read == length ? bytes : Arrays.copyOf(bytes, read);
  }

  /** The SDK asks for no encoding; a proxy may choose one all the same. */
  private static byte[] unzipped(byte[] bytes) throws IOException {
    try (InputStream unzipping = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return unzipping.readAllBytes();
    }
  }

  private static Optional<CallTrace> trace(ExecutionAttributes attributes) {
    return Optional.ofNullable(attributes.getAttribute(CallTrace.ATTRIBUTE));
  }
}
