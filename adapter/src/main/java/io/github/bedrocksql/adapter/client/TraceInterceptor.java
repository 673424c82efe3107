package io.github.bedrocksql.adapter.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Counts attempts, notes request ids, and takes the bodies of answers, which the SDK then finds
 * empty: they are read by the operation that asked.
 */
final class TraceInterceptor implements ExecutionInterceptor {
  private static final String REQUEST_ID = "x-amzn-RequestId";
  private static final String CONTENT_TYPE = "Content-Type";
  private static final String CONTENT_ENCODING = "Content-Encoding";
  private static final String CHECKSUM = "x-amz-crc32";

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
      byte[] bytes = body.readAllBytes();
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
