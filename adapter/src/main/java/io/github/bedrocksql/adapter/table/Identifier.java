package io.github.bedrocksql.adapter.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How rows of a table are looked up: by a column that takes ARN or name, by ARN, by name.
 *
 * @param identifierColumn ordinal of the column that means ARN or name
 * @param arnColumn ordinal of the primary key
 * @param nameColumn ordinal of the name
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
    Pattern arnPattern) {
  /** The ids that AWS gives (API model). */
  private static final Pattern STANDARD_ID = Pattern.compile("[a-z0-9]{12}");

  /** Returns whether Get can answer {@code column = value}. */
  public boolean isKey(int column) {
    return column == identifierColumn || column == arnColumn || column == nameColumn;
  }

  /**
   * Returns whether a row of this Region may have {@code value} in {@code column}. False means that
   * no call is needed to know that there is none.
   */
  public boolean possible(int column, String value, String region) {
    if (column != nameColumn) {
      Matcher arn = arnPattern.matcher(value);
      if (arn.matches()) {
        return arn.group("region").equals(region);
      }
    }
    return column != arnColumn
        && value.length() <= maxNameLength
        && namePattern.matcher(value).matches();
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
