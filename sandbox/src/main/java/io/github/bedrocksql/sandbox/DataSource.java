package io.github.bedrocksql.sandbox;

import com.google.common.collect.ImmutableMap;
import java.util.Map;

/** Where an import's files are. */
final class DataSource {
  private static final String S3 = "s3DataSource";

  private DataSource() {}

  /** Returns the union's member of this tag, as answers have it; null for the tag null. */
  static Map<String, Map<String, String>> of(String type, String s3Uri) {
    if (type == null) {
      return null;
    }
    return ImmutableMap.of(
        type,
        S3.equals(type) && s3Uri != null ? ImmutableMap.of("s3Uri", s3Uri) : ImmutableMap.of());
  }
}
