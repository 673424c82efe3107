package io.github.bedrocksql.sandbox;

/** An error answer of the API. */
final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;

  ApiException(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static ApiException validation(String message) {
    return new ApiException(400, "ValidationException", message);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}
