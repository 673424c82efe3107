package io.github.bedrocksql.dialect.validate;

import io.github.bedrocksql.dialect.tree.ColumnLabels;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.validate.SqlValidatorUtil;

/**
 * Gives the columns of a statement's queries the names of {@link ColumnLabels}. They are names to
 * the query around, and alone in ORDER BY and GROUP BY; Calcite would take a name for what is
 * selected wherever it stands.
 */
final class SelectLabels {
  /** A name that was not written. */
  private static final class Unwritten extends SqlIdentifier {
    Unwritten(String name, SqlParserPos place) {
      super(name, place);
    }
  }

  private final IdentityHashMap<SqlSelect, List<String>> labels = new IdentityHashMap<>();
  private final Set<String> repeated = new HashSet<>();

  /** Reads the names off a query whose items have not been rewritten. */
  void read(SqlSelect select) {
    labels.put(select, select.getSelectList().stream().map(ColumnLabels::of).toList());
  }

  /** Names the items that have no name. */
  void name(SqlSelect select) {
    List<String> names = labels.get(select);
    List<SqlNode> items = select.getSelectList();
    if (names != null && names.size() == items.size()) {
      for (int i = 0; i < items.size(); i++) {
        if (!ColumnLabels.isNamed(items.get(i))) {
          SqlParserPos place = items.get(i).getParserPosition();
          items.set(i, as(items.get(i), new Unwritten(names.get(i), place)));
        }
      }
    }
  }

  private static SqlNode as(SqlNode item, SqlIdentifier name) {
    return SqlStdOperatorTable.AS.createCall(item.getParserPosition(), item, name);
  }

  private static boolean isUnwritten(SqlNode item) {
    return SqlUtil.isCallTo(item, SqlStdOperatorTable.AS)
        && ((SqlCall) item).operand(1) instanceof Unwritten;
  }

  /** Returns the items without the names that were not written. */
  static SqlNodeList asWritten(SqlNodeList items) {
    return new SqlNodeList(
        items.stream().map(item -> isUnwritten(item) ? SqlUtil.stripAs(item) : item).toList(),
        items.getParserPosition());
  }

  /** Returns whether this is the name of an item to which none was written. */
  static boolean isUnwritten(SqlSelect select, String name) {
    return select.getSelectList().stream()
        .anyMatch(item -> isUnwritten(item) && name.equalsIgnoreCase(SqlValidatorUtil.alias(item)));
  }

  /** Returns the number of the only item with this name, from 0, or -1: none is written there. */
  int unwritten(SqlSelect select, String name) {
    List<String> names = labels.getOrDefault(select, List.of());
    List<SqlNode> items = select.getSelectList();
    List<Integer> named =
        IntStream.range(0, Math.min(names.size(), items.size()))
            .filter(i -> names.get(i).equalsIgnoreCase(name))
            .boxed()
            .toList();
    return named.size() == 1 && !ColumnLabels.isNamed(items.get(named.get(0))) ? named.get(0) : -1;
  }

  /** Returns the names, with those marked that are the same; so are the items then. */
  List<String> distinct(SqlSelect select, List<String> names) {
    List<String> known = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    Set<String> once = new HashSet<>();
    Set<String> twice = new HashSet<>();
    known.stream().filter(name -> !once.add(name)).forEach(twice::add);
    repeated.addAll(twice);
    List<String> distinct = new ArrayList<>(names);
    List<SqlNode> items = select.getSelectList();
    for (int i = 0; i < distinct.size(); i++) {
      if (twice.contains(known.get(i))) {
        distinct.set(i, ColumnLabels.marked(names.get(i), i));
        SqlNode item = SqlUtil.stripAs(items.get(i));
        items.set(i, as(item, new Unwritten(distinct.get(i), item.getParserPosition())));
      }
    }
    return distinct;
  }

  /** Returns whether several columns of a query have this name. */
  boolean isRepeated(String name) {
    return repeated.contains(name.toLowerCase(Locale.ROOT));
  }
}
