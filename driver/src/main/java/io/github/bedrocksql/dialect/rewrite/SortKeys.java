package io.github.bedrocksql.dialect.rewrite;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.github.bedrocksql.dialect.tree.ColumnLabels;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.Litmus;

/** What a statement is sorted by, written so that Calcite knows it for what it is. */
public final class SortKeys {
  /** What stands around a key. */
  static final ImmutableSet<SqlKind> DIRECTIONS =
      Sets.immutableEnumSet(SqlKind.DESCENDING, SqlKind.NULLS_FIRST, SqlKind.NULLS_LAST);

  private final List<SqlNode> selected;

  /** Whether the place of a selected expression is known: what * stands for is not, yet. */
  private final boolean hasPlaces;

  private SortKeys(SqlNode query) {
    selected =
        query instanceof SqlSelect select
            ? select.getSelectList().stream().map(SqlUtil::stripAs).toList()
            : List.of();
    hasPlaces =
        selected.stream().noneMatch(one -> one instanceof SqlIdentifier name && name.isStar());
  }

  static SqlOrderBy rewritten(SqlOrderBy ordered) {
    SortKeys keys = new SortKeys(ordered.query);
    return new SqlOrderBy(
        ordered.getParserPosition(),
        ordered.query,
        new SqlNodeList(
            ordered.orderList.stream().map(key -> sorted(key, keys::sorted)).toList(),
            ordered.orderList.getParserPosition()),
        ordered.offset,
        ordered.fetch);
  }

  private SqlNode sorted(SqlNode key) {
    int place = place(key);
    if (place < 0) {
      return key.accept(ListComparison.EVERYWHERE);
    }
    // Calcite compares a window's parts with what is selected, not the window.
    return hasPlaces && hasWindow(key) ? ordinal(place, key.getParserPosition()) : key;
  }

  /** Returns the number of an item that is selected, as ORDER BY counts them. */
  public static SqlLiteral ordinal(int place, SqlParserPos at) {
    return SqlLiteral.createExactNumeric(String.valueOf(place + 1), at);
  }

  /** Whether a key is the number or the name of an item that has a window in it. */
  public static boolean isSelectedWindow(SqlNode key, SqlSelect select) {
    return selected(select, withoutDirection(key)).filter(SortKeys::hasWindow).isPresent();
  }

  /** Returns the selected item that a key is the number or the name of. */
  static Optional<SqlNode> selected(SqlSelect select, SqlNode key) {
    List<SqlNode> items = select.getSelectList();
    if (key instanceof SqlIdentifier name && name.isSimple()) {
      return items.stream()
          .filter(item -> item instanceof SqlCall)
          .filter(item -> name.getSimple().equalsIgnoreCase(ColumnLabels.of(item)))
          .findFirst()
          .map(SqlUtil::stripAs);
    }
    return key instanceof SqlNumericLiteral number
            && number.isInteger()
            && number.bigDecimalValue().signum() > 0
            && number.bigDecimalValue().compareTo(BigDecimal.valueOf(items.size())) <= 0
        ? Optional.of(SqlUtil.stripAs(items.get(number.intValue(true) - 1)))
        : Optional.empty();
  }

  /** Returns a key in its direction, with another expression to sort by. */
  public static SqlNode sorted(SqlNode key, UnaryOperator<SqlNode> expression) {
    if (!DIRECTIONS.contains(key.getKind())) {
      return expression.apply(key);
    }
    SqlCall call = (SqlCall) key;
    return call.getOperator()
        .createCall(call.getParserPosition(), sorted(call.operand(0), expression));
  }

  /** Returns what a key sorts by. */
  static SqlNode withoutDirection(SqlNode key) {
    return DIRECTIONS.contains(key.getKind()) ? withoutDirection(((SqlCall) key).operand(0)) : key;
  }

  private int place(SqlNode key) {
    for (int i = 0; i < selected.size(); i++) {
      if (selected.get(i).equalsDeep(key, Litmus.IGNORE)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean hasWindow(SqlNode key) {
    return key instanceof SqlCall call
        && (call.getKind() == SqlKind.OVER
            || call.getOperandList().stream()
                .anyMatch(operand -> operand != null && hasWindow(operand)));
  }
}
