package io.github.bedrocksql.adapter.client;

import com.google.common.base.Strings;
import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.error.OutOfMemory;
import io.github.bedrocksql.adapter.error.SqlState;
import java.io.IOException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.model.StsException;

/** Says in SQL what a failed call means. Every message names the operation and the Region. */
public final class ApiErrors {
  private static final ImmutableSet<String> AUTHORIZATION_CODES =
      ImmutableSet.of(
          "ExpiredToken",
          "ExpiredTokenException",
          "IncompleteSignature",
          "IncompleteSignatureException",
          "InvalidClientTokenId",
          "InvalidIdentityToken",
          "InvalidSignatureException",
          "MissingAuthenticationToken",
          "MissingAuthenticationTokenException",
          "SignatureDoesNotMatch",
          "UnrecognizedClientException");

  /** What Regions answer that know nothing of the operation. */
  private static final ImmutableSet<String> UNKNOWN_OPERATION_CODES =
      ImmutableSet.of(
          "InvalidAction",
          "UnknownOperation",
          "UnknownOperationException",
          "UnsupportedOperation",
          "UnsupportedOperationException");

  private static final String UNKNOWN_OPERATION = "unknown operation";
  private static final String KEY_REFUSED = "api key";

  private static final String ACCOUNT_REFUSED = "account is not authorized to invoke";

  /** AWS says what should have been signed where a signature is wrong. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(x-amz-security-token *[:=] *|\\bbearer +)[^\\s&'\"]++", Pattern.CASE_INSENSITIVE);

  /** The SDK's own: one for each attempt of ours. */
  private static final Pattern ATTEMPTS = Pattern.compile(" \\(SDK Attempt Count: \\d+\\)$");

  private static final int PROXY_AUTHENTICATION = 407;
  private static final int UNAUTHORIZED = 401;

  private ApiErrors() {}

  /**
   * Returns the SQLException for a failed call.
   *
   * @param operation the API's name of the operation
   * @param target the Region, and endpoint where one is configured
   * @param request what was asked, without credentials
   * @param trace what came of the call
   */
  public static SQLException translate(
      Throwable failure, String operation, String target, String request, CallTrace trace) {
    String where = operation + " in " + target;
    if (failure instanceof SQLException sql) {
      return sql;
    }
    Optional<OutOfMemoryError> memory = OutOfMemory.causeOf(failure);
    if (memory.isPresent()) {
      return OutOfMemory.exception(memory.get(), "");
    }
    if (failure instanceof UnusableCredentials unusable) {
      return unusable.inSql(where);
    }
    if (failure instanceof CancellationException || failure instanceof AbortedException) {
      return SqlState.CANCELED.exception(
          where + ": canceled, because its rows were closed", failure);
    }
    if (failure instanceof InterruptedException) {
      return SqlState.CANCELED.exception(where + ": the waiting thread was interrupted", failure);
    }
    return ofCall(failure, operation, where, request, trace);
  }

  private static SQLException ofCall(
      Throwable failure, String operation, String where, String request, CallTrace trace) {
    if (failure instanceof StsException sts) {
      // On the way to the call, to sign it.
      return ofService(withoutToken(sts), "sts:AssumeRole", "AssumeRole for " + where, request);
    }
    if (failure instanceof AwsServiceException service) {
      return ofService(withoutToken(service), "bedrock:" + operation, where, request);
    }
    String id = trace.requestId().map(given -> " (request id " + given + ")").orElse("");
    if (failure instanceof ApiCallTimeoutException
        || failure instanceof ApiCallAttemptTimeoutException) {
      return SqlState.TIMEOUT.exception(
          where + ": no answer within callTimeout (" + reason(failure) + ")" + id, failure);
    }
    if (isOfAnswer(failure, trace)) {
      return ofAnswer(failure, where, trace);
    }
    if (failure instanceof SdkClientException client) {
      return ofClient(client, where, id);
    }
    return SqlState.UNEXPECTED.exception(where + " failed: " + reason(failure) + id, failure);
  }

  private static SQLException ofAnswer(Throwable failure, String where, CallTrace trace) {
    return SqlState.PROTOCOL_VIOLATION.exception(
        "Unreadable answer from "
            + where
            + ": "
            + reason(failure)
            + " ("
            + trace.answer().orElseThrow()
            + trace.requestId().map(given -> ", request id " + given).orElse("")
            + ")",
        failure);
  }

  /** Whether an answer came whole, and what it says was not understood. */
  private static boolean isOfAnswer(Throwable failure, CallTrace trace) {
    if (trace.answer().isEmpty() || !(failure instanceof RuntimeException)) {
      return false;
    }
    return Throwables.getCausalChain(failure).stream()
        // The SDK reads JSON with a Jackson of its own, in a package of its own.
        .noneMatch(
            cause ->
                cause instanceof IOException
                    && !cause.getClass().getName().contains(".jackson.core."));
  }

  /** Returns whether it was the call that failed, and not the statement that was stopped. */
  public static boolean isFromApi(SQLException failure) {
    return failure.getCause() instanceof SdkException cause && !(cause instanceof AbortedException);
  }

  /**
   * Returns whether a failed call may mean that the API is not there for the account: its Region is
   * not one of the API's, or not enabled.
   *
   * @param failure what {@link #translate} made of it
   */
  public static boolean isNotOffered(SQLException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof AwsServiceException service) {
      String said = service.awsErrorDetails() == null ? "" : service.getMessage();
      return SqlState.INVALID_AUTHORIZATION.isOf(failure)
          || SqlState.NOT_SUPPORTED.isOf(failure)
          // A Region that the account has not opted into rejects its credentials.
          || (said != null && said.contains(ACCOUNT_REFUSED));
    }
    return cause != null && Throwables.getRootCause(cause) instanceof UnknownHostException;
  }

  /** The failure itself, unless its words hold the session token: the cause is shown, too. */
  private static AwsServiceException withoutToken(AwsServiceException e) {
    AwsErrorDetails details = e.awsErrorDetails();
    if (details == null || !TOKEN.matcher(e.getMessage() + details.errorMessage()).find()) {
      return e;
    }
    AwsServiceException same =
        e.toBuilder()
            .awsErrorDetails(
                details.toBuilder().errorMessage(hideToken(details.errorMessage())).build())
            .message(hideToken(e.getMessage()))
            .build();
    same.setStackTrace(e.getStackTrace());
    return same;
  }

  private static String hideToken(String said) {
    return said == null ? null : TOKEN.matcher(said).replaceAll("$1(hidden)");
  }

  private static SQLException ofService(
      AwsServiceException e, String action, String where, String request) {
    String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
    String said = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorMessage();
    String tail = ": " + said(e, said) + " (" + code(e, code) + ", request id " + id(e) + ")";
    if (code != null && AUTHORIZATION_CODES.contains(code)) {
      return SqlState.INVALID_AUTHORIZATION.exception("Credentials refused by " + where + tail, e);
    }
    if (e.isThrottlingException() || RetryRules.isThrottled(e)) {
      // A role is assumed by the SDK's client, with the SDK's retries.
      String cause =
          e instanceof StsException ? "after all retries" : "for longer than throttleTimeout";
      return SqlState.THROTTLED.exception("Throttled " + cause + ": " + where + tail, e);
    }
    String lower = said == null ? "" : said.toLowerCase(Locale.ROOT);
    if (isUnknownOperation(code, lower)) {
      return SqlState.NOT_SUPPORTED.exception(
          where + ": the API is not offered there; ask another Region" + tail, e);
    }
    if (e.statusCode() == 403 && lower.contains(KEY_REFUSED)) {
      return SqlState.INVALID_AUTHORIZATION.exception("API key refused by " + where + tail, e);
    }
    if ("AccessDeniedException".equals(code) || e.statusCode() == 403) {
      // Of a Region without the API, or an account that is not enabled, no policy is the cause.
      String cause =
          said != null && said.contains(ACCOUNT_REFUSED)
              ? "; the API is not offered there, or not enabled for the account"
              : "; the IAM action to grant is " + action;
      return SqlState.ACCESS_DENIED.exception("Access denied to " + where + cause + tail, e);
    }
    if ("ValidationException".equals(code)) {
      return SqlState.INVALID_PARAMETER.exception(
          invalid(request) + where + ", request " + request + tail, e);
    }
    return ofStatus(e, where, tail);
  }

  private static String said(AwsServiceException e, String message) {
    return Strings.isNullOrEmpty(message) ? "HTTP status " + e.statusCode() : message;
  }

  private static String code(AwsServiceException e, String code) {
    return Strings.isNullOrEmpty(code) ? "HTTP " + e.statusCode() : code;
  }

  private static String id(AwsServiceException e) {
    return e.requestId() == null ? "none" : e.requestId();
  }

  /** An answer without one of the API's codes may come from something in front of the service. */
  private static SQLException ofStatus(AwsServiceException e, String where, String tail) {
    if (e.statusCode() == PROXY_AUTHENTICATION) {
      return SqlState.CONNECTION_FAILED.exception(
          "The proxy asks for credentials: " + where + tail, e);
    }
    if (e.statusCode() >= 500) {
      return SqlState.SERVER_FAILED.exception("Server error from " + where + tail, e);
    }
    if (e.statusCode() == UNAUTHORIZED) {
      return SqlState.INVALID_AUTHORIZATION.exception("Credentials refused by " + where + tail, e);
    }
    String redirect = e.statusCode() / 100 == 3 ? ", a redirect, which is not followed" : "";
    return SqlState.PROTOCOL_VIOLATION.exception(
        "Unusable answer from " + where + redirect + tail, e);
  }

  private static boolean isUnknownOperation(String code, String said) {
    return code != null
        && (UNKNOWN_OPERATION_CODES.contains(code)
            || (code.equals("ValidationException") && said.contains(UNKNOWN_OPERATION)));
  }

  private static String invalid(String request) {
    // All but the token was good enough for the first page.
    return request.contains("nextToken=")
        ? "The list can't be continued, execute the statement again: "
        : "Request refused as invalid, a defect of this driver: ";
  }

  private static SQLException ofClient(SdkClientException e, String where, String id) {
    String reason = reason(e);
    String lower = reason.toLowerCase(Locale.ROOT);
    if (lower.contains("credentials") || lower.contains("profile file")) {
      // The SDK lists every place it looked in: a page of text that ends with the cause.
      String brief =
          lower.contains("any of the providers")
              ? "none in the environment, the AWS configuration files or a role of this machine;"
                  + " give 'profile', or 'accessKeyId' and 'secretAccessKey'"
              // After the sentence comes the whole of the configuration files.
              : reason.replaceFirst(":? ProfileFile\\(.*", "");
      return SqlState.INVALID_AUTHORIZATION.exception(
          "No usable credentials for " + where + ": " + brief, e);
    }
    Throwable root = Throwables.getRootCause(e);
    // Why a certificate is not trusted is said below TLS's own exception.
    boolean tls = Throwables.getCausalChain(e).stream().anyMatch(SSLException.class::isInstance);
    String kind = root instanceof UnknownHostException ? "unknown host " : tls ? "TLS: " : "";
    return SqlState.CONNECTION_FAILED.exception(
        "Connection failed: " + where + ": " + kind + reason + id, e);
  }

  /** The message of the deepest cause that has one: the SDK's own are of many layers. */
  private static String reason(Throwable failure) {
    String reason = failure.toString();
    for (Throwable cause : Throwables.getCausalChain(failure)) {
      if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
        reason = cause.getMessage();
      }
    }
    return ATTEMPTS.matcher(reason.lines().findFirst().orElse(reason)).replaceFirst("").strip();
  }
}
