package io.github.bedrocksql.adapter.table;

import java.util.regex.Pattern;

/**
 * The ARNs that parameters for models accept (API model). Of what else a model is compared with,
 * the API would say that it is invalid, rather than that no row has it.
 */
final class ModelArns {
  private static final String CUSTOM_MODEL =
      "[0-9]{12}:custom-model/"
          + "(?:imported|[a-z0-9-]{1,63}\\.[a-z0-9-]{1,63}(?::[a-z0-9-]{1,63}){0,2})/[a-z0-9]{12}";

  private static final String FOUNDATION_MODEL =
      ":foundation-model/[a-z0-9-]{1,63}\\.(?:[a-z0-9-]{1,63}\\.){0,2}[a-z0-9-]{1,63}"
          + "(?::[a-z0-9-]{1,63}){0,2}";

  /** A custom model. */
  static final Pattern CUSTOM =
      Pattern.compile(
          "arn:aws(?:-us-gov|-cn|-iso|-iso-b)?:bedrock:[a-z0-9-]{1,20}:" + CUSTOM_MODEL);

  /** A custom model or a foundation model: what others may be made from. */
  static final Pattern BASE =
      Pattern.compile(
          "arn:aws(?:-[a-z0-9-]{1,20})?:bedrock:[a-z0-9-]{1,20}:(?:"
              + CUSTOM_MODEL
              + "|"
              + FOUNDATION_MODEL
              + ")");

  private ModelArns() {}
}
