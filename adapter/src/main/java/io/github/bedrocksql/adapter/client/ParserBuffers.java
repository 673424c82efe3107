package io.github.bedrocksql.adapter.client;

import software.amazon.awssdk.thirdparty.jackson.core.util.BufferRecyclers;

/**
 * What the SDK's JSON parser leaves in each thread that reads an answer. In a thread of the
 * application it would keep the driver's classes loaded for as long as the thread lives.
 */
@SuppressWarnings("deprecation") // As long as the SDK's copy of Jackson uses it.
final class ParserBuffers extends BufferRecyclers {
  private ParserBuffers() {}

  /** Has this thread let go of them. */
  static void release() {
    _recyclerRef.remove();
  }
}
