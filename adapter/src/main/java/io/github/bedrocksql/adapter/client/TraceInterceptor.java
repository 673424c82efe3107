package io.github.bedrocksql.adapter.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Counts attempts, notes request ids, and looks at bodies before the SDK reads them. The body is
 * kept where that is asked for: the SDK drops members of a tagged union that it does not know,
 * their tag too; only the body still has it.
 */
final class TraceInterceptor implements ExecutionInterceptor {
  private static final String REQUEST_ID = "x-amzn-RequestId";
  private static final String CONTENT_TYPE = "Content-Type";
  private static final String CONTENT_ENCODING = "Content-Encoding";

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
        || !context.httpResponse().isSuccessful()
        || context.httpResponse().firstMatchingHeader(CONTENT_ENCODING).isPresent()) {
      return context.responseBody();
    }
    try (InputStream body = context.responseBody().get()) {
      byte[] bytes = new AnswerBody(body.readAllBytes(), trace.get().times()).readable();
      trace.get().keep(bytes);
      return Optional.of(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      // The SDK tries again over its own exceptions only.
      throw SdkClientException.create("The connection was closed in the middle of the answer", e);
    }
  }

  private static Optional<CallTrace> trace(ExecutionAttributes attributes) {
    return Optional.ofNullable(attributes.getAttribute(CallTrace.ATTRIBUTE));
  }
}
