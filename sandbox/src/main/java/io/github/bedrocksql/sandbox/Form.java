package io.github.bedrocksql.sandbox;

import java.util.regex.Pattern;

/**
 * What a text in a request must look like.
 *
 * @param longest characters it may have
 */
record Form(Pattern pattern, int longest) {
  /** The name of a model, or of what serves one. */
  static final Form MODEL_NAME = of("([0-9a-zA-Z][_-]?)++", 63);

  /** The name of a job. */
  static final Form JOB_NAME = of("[a-zA-Z0-9][a-zA-Z0-9+.-]*", 63);

  /** The last part of most ARNs. */
  static final Form ID = of("[a-z0-9]{12}", 12);

  private static final String FOUNDATION_MODEL =
      "[a-z0-9-]{1,63}[.](?:[a-z0-9-]{1,63}[.]){0,2}[a-z0-9-]{1,63}(?::[a-z0-9-]{1,63}){0,2}";

  /** The id of a foundation model. */
  static final Form FOUNDATION_MODEL_ID = of(FOUNDATION_MODEL, 2048);

  /** The ARN of a foundation model, which names no account. */
  static final Form FOUNDATION_MODEL_ARN =
      of("arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}::foundation-model/" + FOUNDATION_MODEL, 2048);

  /** The ARN of a custom model. */
  static final Form CUSTOM_MODEL_ARN =
      arn("custom-model/(imported|[a-z0-9-]{1,63}[.][a-z0-9-]{1,63})(:[a-z0-9-]{1,63}){0,2}", 2048);

  /** The ARN of what a model may be made from. */
  static final Form BASE_MODEL_ARN = CUSTOM_MODEL_ARN.or(FOUNDATION_MODEL_ARN).upTo(1011);

  /** Quantifiers of a regex that is repeated must be possessive: backtracking costs the stack. */
  static Form of(String regex, int longest) {
    return new Form(Pattern.compile(regex), longest);
  }

  /** Returns the form of the ARN of a resource of the account's, and of one of these types. */
  static Form arn(String types, int longest) {
    return of(
        "arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:" + types + "/[a-z0-9]{12}", longest);
  }

  /** Returns the form of what has this form or the other, which may be as long. */
  Form or(Form other) {
    return of(pattern + "|" + other.pattern, longest);
  }

  /** Returns the same for longer texts, or for shorter ones. */
  Form upTo(int newLongest) {
    return new Form(pattern, newLongest);
  }

  boolean matches(String text) {
    return text.length() <= longest && pattern.matcher(text).matches();
  }

  /** Throws the API's ValidationException unless the parameter's value looks like this. */
  void check(String parameter, String value) {
    if (!matches(value)) {
      throw ApiException.validation("Value at '" + parameter + "' fails to satisfy its pattern");
    }
  }
}
