package io.github.bedrocksql.dialect.tree;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlIntervalLiteral;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlJdbcFunctionCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlStarExclude;
import org.apache.calcite.sql.SqlStarReplace;
import org.apache.calcite.sql.SqlUnknownLiteral;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.validate.SqlValidatorUtil;

/**
 * The names of columns that are given none, as PostgreSQL has them: of a function, of the column
 * that is cast, of the type. They are taken from the tree as it was parsed.
 */
public final class ColumnLabels {
  /** What has no name. */
  private static final String NONE = "?column?";

  /**
   * What tells columns of one name apart within a statement; it is invisible. PostgreSQL lets a
   * query have several of one name.
   */
  private static final char MARK = '\u2060';

  private static final Pattern MARKED = Pattern.compile(MARK + "\\d+$");

  private static final ImmutableMap<String, String> TYPES =
      ImmutableMap.<String, String>builder()
          .put("int", "int4")
          .put("integer", "int4")
          .put("tinyint", "int2")
          .put("smallint", "int2")
          .put("bigint", "int8")
          .put("real", "float4")
          .put("float", "float8")
          .put("double", "float8")
          .put("decimal", "numeric")
          .put("boolean", "bool")
          .put("char", "bpchar")
          .put("character", "bpchar")
          .put("timestamp_with_local_time_zone", "timestamptz")
          .put("timestamp_tz", "timestamptz")
          .put("time_with_local_time_zone", "timetz")
          .put("time_tz", "timetz")
          .buildOrThrow();

  /** Functions without parentheses, which are parsed as columns are. */
  private static final ImmutableSet<String> BARE =
      ImmutableSet.of(
          "current_catalog",
          "current_date",
          "current_role",
          "current_schema",
          "current_time",
          "current_timestamp",
          "current_user",
          "localtime",
          "localtimestamp",
          "session_user",
          "system_user",
          "user");

  /**
   * A name, and whether it is better than none: that of a type or of CASE gives way to a column's.
   */
  private record Label(String name, boolean isStrong) {
    static final Label MISSING = new Label(NONE, false);

    Label or(String weaker) {
      return isStrong ? this : new Label(weaker, false);
    }
  }

  private ColumnLabels() {}

  /** Returns the name of what is selected. */
  public static String of(SqlNode item) {
    return label(item).name();
  }

  /** Returns whether an item has a name of its own, or stands for several. */
  public static boolean isNamed(SqlNode item) {
    return item instanceof SqlIdentifier name
        ? !isBare(name)
        : item instanceof SqlCall call && (call.getKind() == SqlKind.AS || isStar(call));
  }

  private static boolean isStar(SqlCall call) {
    return call instanceof SqlStarExclude || call instanceof SqlStarReplace;
  }

  /** Returns a name that no other column has, and is shown as this one. */
  public static String marked(String name, int column) {
    return name + MARK + column;
  }

  /** Returns what a user sees of a column's name. */
  public static String shown(String name) {
    return name.indexOf(MARK) < 0 ? name : MARKED.matcher(name).replaceFirst("");
  }

  private static boolean isBare(SqlIdentifier name) {
    return name.isSimple()
        && !name.isComponentQuoted(0)
        && BARE.contains(name.getSimple().toLowerCase(Locale.ROOT));
  }

  private static Label label(SqlNode node) {
    if (node instanceof SqlIdentifier name) {
      String last = Iterables.getLast(name.names);
      return strong(isBare(name) ? last.toLowerCase(Locale.ROOT) : last);
    }
    if (node instanceof SqlIntervalLiteral) {
      return weak("interval");
    }
    if (node instanceof SqlUnknownLiteral literal) {
      return weak(literal.tag.toLowerCase(Locale.ROOT));
    }
    if (node instanceof SqlCase choice) {
      return label(choice.getElseOperand()).or("case");
    }
    return node instanceof SqlCall call ? ofCall(call) : Label.MISSING;
  }

  private static Label ofCall(SqlCall call) {
    return switch (call.getKind()) {
      case AS -> strong(SqlValidatorUtil.alias(call, 0));
      case CAST -> label(call.operand(0)).or(type(call.operand(1)));
      case OVER, FILTER, WITHIN_GROUP, WITHIN_DISTINCT, RESPECT_NULLS, IGNORE_NULLS, ITEM ->
          label(call.operand(0));
      case INTERVAL -> weak("interval");
      case DOT -> label(call.operand(1));
      case SELECT, ORDER_BY, WITH, UNION, INTERSECT, EXCEPT -> ofQuery(call);
      case VALUES -> strong("column1");
      case EXISTS -> strong("exists");
      case ARRAY_VALUE_CONSTRUCTOR, ARRAY_QUERY_CONSTRUCTOR -> strong("array");
      case ROW -> strong("row");
      case COALESCE, NULLIF -> strong(name(call));
      case TRIM -> trim(call);
      case OTHER -> ofOther(call);
      case OVERLAPS -> strong("overlaps");
      default -> call.getOperator() instanceof SqlFunction ? strong(name(call)) : Label.MISSING;
    };
  }

  private static Label ofOther(SqlCall call) {
    String name = call.getOperator().getName();
    return call.getOperator() instanceof SqlFunction
        ? strong(name(call))
        : name.equals("AT TIME ZONE") ? strong("timezone") : Label.MISSING;
  }

  /** The name of the only column of a query. */
  private static Label ofQuery(SqlCall query) {
    if (query instanceof SqlSelect select) {
      List<SqlNode> items = select.getSelectList();
      return items.isEmpty() ? Label.MISSING : label(items.get(0));
    }
    if (query instanceof SqlWith with) {
      return label(with.body);
    }
    return query instanceof SqlOrderBy ordered ? label(ordered.query) : label(query.operand(0));
  }

  private static Label trim(SqlCall call) {
    SqlNode side = call.operand(0);
    return strong(
        switch (side.toString().toUpperCase(Locale.ROOT)) {
          case "LEADING" -> "ltrim";
          case "TRAILING" -> "rtrim";
          default -> "btrim";
        });
  }

  private static String name(SqlCall call) {
    String name = call.getOperator().getName().toLowerCase(Locale.ROOT);
    if (name.equals("translate3")) {
      return "translate"; // Calcite's name for that of three operands.
    }
    return call.getOperator() instanceof SqlJdbcFunctionCall
        ? name.replaceAll("^\\{fn |\\}$", "")
        : name.substring(name.lastIndexOf('.') + 1);
  }

  private static String type(SqlNode type) {
    if (type instanceof SqlIntervalQualifier) {
      return "interval";
    }
    if (!(type instanceof SqlDataTypeSpec spec)) {
      return NONE;
    }
    if (spec.getCollectionsTypeName() != null) {
      return type(spec.getComponentTypeSpec());
    }
    String name =
        Iterables.getLast(
                (spec.getTypeNameSpec() instanceof SqlBasicTypeNameSpec basic
                        ? basic.getTypeName()
                        : spec.getTypeName())
                    .names)
            .toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(name, name);
  }

  private static Label strong(String name) {
    return new Label(name, true);
  }

  private static Label weak(String name) {
    return new Label(name, false);
  }
}
