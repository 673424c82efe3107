package io.github.bedrocksql.adapter.table;

import io.github.bedrocksql.adapter.access.Key;
import io.github.bedrocksql.adapter.access.KeyRange;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How rows of a table are looked up: by a column that takes an ARN or another key, by ARN, by the
 * other key, which is a name or an id. Columns are the table's ordinals.
 *
 * @param identifierColumn the column that means either; empty if there is none
 * @param arnColumn the column of the ARN
 * @param otherColumn the column of the name or id; empty where Get takes an ARN only
 * @param named whether {@code otherColumn} is the name that List takes a part of
 * @param forms what keys look like
 */
public record Identifier(
    Optional<Integer> identifierColumn,
    int arnColumn,
    Optional<Integer> otherColumn,
    boolean named,
    KeyForms forms)
    implements KeyRange {
  /** The ids that AWS gives (API model). */
  private static final Pattern STANDARD_ID = Pattern.compile("[a-z0-9]{12}");

  /** Returns whether an ARN is of one row: not where several accounts see the same resource. */
  public boolean isUnique() {
    return !forms.foreign();
  }

  /** Returns whether a column takes an ARN or another key. */
  public boolean isIdentifier(int column) {
    return is(identifierColumn, column);
  }

  private static boolean is(Optional<Integer> column, int other) {
    return column.isPresent() && column.get() == other;
  }

  @Override
  public boolean isKey(int column) {
    return isIdentifier(column) || column == arnColumn || is(otherColumn, column);
  }

  @Override
  public boolean possible(Key key, String region) {
    String value = key.value();
    if (!is(otherColumn, key.column())) {
      Matcher arn = forms.arn().matcher(value);
      if (arn.matches()) {
        return arn.group("region").equals(region);
      }
    }
    return key.column() != arnColumn
        && value.length() <= forms.maxLength()
        && forms.other().matcher(value).matches();
  }

  @Override
  public boolean isName(Key key) {
    return named && key.column() != arnColumn && !forms.arn().matcher(key.value()).matches();
  }

  @Override
  public String account(Key key) {
    Matcher arn = forms.arn().matcher(key.value());
    return arn.matches() && !forms.foreign() ? arn.group("account") : "";
  }

  /**
   * Returns whether AWS itself could have given this ARN or id, or takes this name: anything else
   * was sent for the sake of other servers.
   */
  public boolean isStandard(String value) {
    if (named && !forms.arn().matcher(value).matches()) {
      return true; // Names were checked before they were sent.
    }
    String id = value.substring(value.lastIndexOf('/') + 1);
    return STANDARD_ID.matcher(id).matches();
  }
}
