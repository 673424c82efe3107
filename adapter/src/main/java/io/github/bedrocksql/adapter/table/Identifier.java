package io.github.bedrocksql.adapter.table;

import io.github.bedrocksql.adapter.access.Key;
import io.github.bedrocksql.adapter.access.KeyRange;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How rows of a table are looked up: by a column that takes ARN or name, by ARN, by name.
 *
 * @param identifierColumn ordinal of the column that means ARN or name; -1 for none
 * @param arnColumn ordinal of the ARN
 * @param nameColumn ordinal of the name; -1 where Get takes an ARN only
 * @param namePattern what the API allows as a name (API model)
 * @param maxNameLength characters a name may have (API model)
 * @param arnPattern an ARN of this resource on any server, the Region as group {@code region};
 *     wider than AWS's own, for other servers give other ids
 */
public record Identifier(
    int identifierColumn,
    int arnColumn,
    int nameColumn,
    Pattern namePattern,
    int maxNameLength,
    Pattern arnPattern)
    implements KeyRange {
  /** The ids that AWS gives (API model). */
  private static final Pattern STANDARD_ID = Pattern.compile("[a-z0-9]{12}");

  /** Returns the pattern of an ARN of a resource type, such as {@code model-import-job}. */
  static Pattern arnOf(String resource) {
    return Pattern.compile(
        "arn:[\\w.-]+:bedrock:(?<region>[\\w.-]+):(?<account>[\\w.-]*):" + resource + "/[\\w.-]+");
  }

  @Override
  public boolean isKey(int column) {
    return column >= 0
        && (column == identifierColumn || column == arnColumn || column == nameColumn);
  }

  @Override
  public boolean possible(Key key, String region) {
    String value = key.value();
    if (key.column() != nameColumn) {
      Matcher arn = arnPattern.matcher(value);
      if (arn.matches()) {
        return arn.group("region").equals(region);
      }
    }
    return key.column() != arnColumn
        && value.length() <= maxNameLength
        && namePattern.matcher(value).matches();
  }

  @Override
  public boolean isName(Key key) {
    return key.column() != arnColumn && !arnPattern.matcher(key.value()).matches();
  }

  @Override
  public String account(Key key) {
    Matcher arn = arnPattern.matcher(key.value());
    return arn.matches() ? arn.group("account") : "";
  }

  /** Returns whether AWS itself could have given this ARN or name. */
  public boolean isStandard(String value) {
    if (!arnPattern.matcher(value).matches()) {
      return true; // A name: those were checked before they were sent.
    }
    String id = value.substring(value.lastIndexOf('/') + 1);
    return STANDARD_ID.matcher(id).matches();
  }
}
