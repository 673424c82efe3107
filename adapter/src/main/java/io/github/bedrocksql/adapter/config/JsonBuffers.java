package io.github.bedrocksql.adapter.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;

/**
 * JSON read and written in the application's threads. Jackson by default keeps buffers in each
 * thread, and so its classes for as long as the thread lives; here threads share them.
 */
public final class JsonBuffers {
  private JsonBuffers() {}

  /** Returns what an ObjectMapper is made with. */
  public static JsonFactory shared() {
    return shared(new JsonFactory());
  }

  /** Has the buffers of somebody else's factory shared; returns it. */
  public static JsonFactory shared(JsonFactory factory) {
    return factory.setRecyclerPool(JsonRecyclerPools.sharedConcurrentDequePool());
  }
}
