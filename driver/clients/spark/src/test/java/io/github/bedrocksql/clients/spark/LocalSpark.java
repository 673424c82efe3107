package io.github.bedrocksql.clients.spark;

import org.apache.spark.sql.SparkSession;

/** Sessions of one process. */
final class LocalSpark {
  private LocalSpark() {}

  /** Returns a session with settings of its own; a context is shared, for a JVM has but one. */
  static SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("bedrock-sql")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "1")
        .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"))
        .getOrCreate()
        .newSession();
  }
}
