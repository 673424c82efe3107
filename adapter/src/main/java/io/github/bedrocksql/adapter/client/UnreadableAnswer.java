package io.github.bedrocksql.adapter.client;

import software.amazon.awssdk.core.exception.SdkClientException;

/** An answer that says success and is not what the API promises. */
public final class UnreadableAnswer extends SdkClientException {
  private static final long serialVersionUID = 1;

  /**
   * Makes the failure.
   *
   * @param what what came, as in "not a JSON object but …"
   */
  public UnreadableAnswer(String what) {
    super(SdkClientException.builder().message(what));
  }
}
