package io.github.bedrocksql.dialect.validate;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import io.github.bedrocksql.dialect.rewrite.ApproximateValues;
import io.github.bedrocksql.dialect.rewrite.ListComparison;
import io.github.bedrocksql.dialect.rewrite.RowComparison;
import io.github.bedrocksql.dialect.rewrite.SortKeys;
import io.github.bedrocksql.dialect.rewrite.TreeRewrites;
import io.github.bedrocksql.dialect.rewrite.ValuesColumns;
import io.github.bedrocksql.dialect.rewrite.WindowSyntax;
import io.github.bedrocksql.dialect.time.TimeText;
import io.github.bedrocksql.dialect.tree.ColumnLabels;
import io.github.bedrocksql.dialect.tree.LocatedError;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.jdbc.CalcitePrepare;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.prepare.CalciteSqlValidator;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.runtime.Resources;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUnknownLiteral;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeCoercionRule;
import org.apache.calcite.sql.type.SqlTypeMappingRule;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlShuttle;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorException;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.Litmus;
import org.apache.calcite.util.Static;
import org.apache.calcite.util.TimestampString;

/** Calcite's validator, kinder to parameters without a type and to times in ISO 8601. */
public final class DialectValidator extends CalciteSqlValidator {
  private static final Pattern UTC = Pattern.compile("\\s*(?:[zZ]|[+-]00(?::?00)?)$");

  private static final SqlTypeMappingRule CASTS = casts();

  private final Map<String, RowCount> rowCounts = new LinkedHashMap<>();
  private final ParameterInference inference = new ParameterInference(this);
  private final ParameterTypes parameters = new ParameterTypes(this, inference);
  private final SelectLabels labels = new SelectLabels();

  private DialectValidator(
      SqlOperatorTable operators,
      CalciteCatalogReader reader,
      JavaTypeFactory types,
      SqlValidator.Config config) {
    super(operators, reader, types, config);
  }

  private static SqlTypeMappingRule casts() {
    Map<SqlTypeName, ImmutableSet<SqlTypeName>> casts =
        new EnumMap<>(SqlTypeCoercionRule.instance().getTypeMapping());
    casts.replaceAll(
        (to, from) ->
            SqlTypeName.INT_TYPES.contains(to)
                ? ImmutableSet.<SqlTypeName>builder().addAll(from).add(SqlTypeName.BOOLEAN).build()
                : from);
    return SqlTypeCoercionRule.instance(casts);
  }

  public static DialectValidator of(
      CalcitePrepare.Context context,
      SqlOperatorTable operators,
      CalciteCatalogReader reader,
      UnaryOperator<SqlValidator.Config> settings) {
    return new DialectValidator(
        operators,
        reader,
        context.getTypeFactory(),
        settings.apply(
            SqlValidator.Config.DEFAULT
                .withConformance(context.config().conformance())
                .withDefaultNullCollation(context.config().defaultNullCollation())
                .withTypeCoercionFactory(DialectCoercion::new)
                .withIdentifierExpansion(true)));
  }

  /** A truth value may be cast to a whole number, which is 1 or 0. */
  @Override
  public SqlTypeMappingRule getTypeMappingRule() {
    return CASTS;
  }

  @Override
  protected void inferUnknownTypes(RelDataType type, SqlValidatorScope scope, SqlNode node) {
    if (node instanceof SqlDynamicParam parameter) {
      super.inferUnknownTypes(inference.of(parameter, type), scope, node);
      return;
    }
    SqlValidatorScope own = scopes.getOrDefault(node, scope);
    if (node instanceof SqlCase choice) {
      inference.choose(choice, own);
    } else if (node instanceof SqlCall call && !node.isA(SqlKind.QUERY)) {
      // Whatever compares it asks for its type, which its own parameters must have by then.
      call.getOperandList().stream()
          .filter(operand -> operand != null && ParameterInference.comesFirst(operand))
          .forEach(operand -> inferUnknownTypes(getUnknownType(), own, operand));
    }
    super.inferUnknownTypes(type, scope, node);
    if (node instanceof SqlCall call && !(node instanceof SqlCase)) {
      inference.adapt(call, own);
    }
    parameters.widen(node);
  }

  @Override
  public SqlNode validate(SqlNode statement) {
    SqlNode query = ValuesColumns.named(statement);
    SqlNode valid = super.validate(query);
    if (query != statement) {
      // Calcite asks for the type of what it has parsed.
      setValidatedNodeType(statement, getValidatedNodeType(valid));
    }
    return valid;
  }

  /** Calcite looks at POSITION's types before it has given a parameter one. */
  @Override
  protected SqlNode performUnconditionalRewrites(SqlNode node, boolean underFrom) {
    if (node instanceof SqlOrderBy ordered) {
      note(RowCount.LIMIT, ordered.fetch);
      note(RowCount.OFFSET, ordered.offset);
    }
    if (node instanceof SqlSelect select) {
      labels.read(select);
    }
    SqlNode rewritten =
        super.performUnconditionalRewrites(
            ApproximateValues.rewritten(TreeRewrites.of(ValuesColumns.rewritten(node))), underFrom);
    if (rewritten instanceof SqlCall call && call.getKind() == SqlKind.POSITION) {
      for (int i = 0; i < 2; i++) {
        if (call.operand(i) instanceof SqlDynamicParam parameter) {
          SqlParserPos place = parameter.getParserPosition();
          call.setOperand(i, SqlStdOperatorTable.CAST.createCall(place, parameter, text(place)));
        }
      }
    }
    return RowComparison.rewritten(ListComparison.rewritten(WindowSyntax.rewritten(rewritten)));
  }

  private void note(RowCount count, SqlNode number) {
    if (number instanceof SqlDynamicParam parameter) {
      rowCounts.put("?" + parameter.getIndex(), count);
    }
  }

  /** Returns the parameters of the statement just validated that are numbers of rows. */
  public RowCounts rowCounts() {
    return new RowCounts(ImmutableMap.copyOf(rowCounts));
  }

  private static SqlDataTypeSpec text(SqlParserPos place) {
    return new SqlDataTypeSpec(new SqlBasicTypeNameSpec(SqlTypeName.VARCHAR, place), place);
  }

  @Override
  public SqlWindow resolveWindow(SqlNode windowOrRef, SqlValidatorScope scope) {
    SqlWindow window =
        windowOrRef instanceof SqlIdentifier name
            ? getWindowByName(name, scope)
            : (SqlWindow) windowOrRef;
    Stream.of(window.getLowerBound(), window.getUpperBound())
        .filter(bound -> bound instanceof SqlCall)
        .forEach(bound -> inferUnknownTypes(getUnknownType(), scope, bound));
    return new ResolvedWindow(super.resolveWindow(window, scope), window);
  }

  @Override
  public RelDataType getParameterRowType(SqlNode query) {
    return parameters.row(query);
  }

  /** The first clause after FROM. */
  @Override
  protected void validateWhereClause(SqlSelect select) {
    new CommonColumns(this, select).qualify(select);
    super.validateWhereClause(select);
  }

  /** A name of what is selected that is not one of a table's columns. */
  @Override
  protected void validateGroupClause(SqlSelect select) {
    SqlNodeList group = select.getGroup();
    if (group != null) {
      group.replaceAll(
          item -> {
            int place =
                item instanceof SqlIdentifier name && name.isSimple() && !isColumn(select, name)
                    ? labels.unwritten(select, name.getSimple())
                    : -1;
            return place < 0 ? item : SortKeys.ordinal(place, item.getParserPosition());
          });
    }
    super.validateGroupClause(select);
  }

  private boolean isColumn(SqlSelect select, SqlIdentifier name) {
    return !getWhereScope(select)
        .findQualifyingTableNames(name.getSimple(), name, getCatalogReader().nameMatcher())
        .isEmpty();
  }

  @Override
  protected RelDataType validateSelectList(
      SqlNodeList items, SqlSelect select, RelDataType target) {
    labels.name(select);
    RelDataType row = super.validateSelectList(items, select, target);
    List<String> names = row.getFieldNames();
    List<String> distinct = labels.distinct(select, names);
    if (distinct.equals(names)) {
      return row;
    }
    for (int i = 0; i < distinct.size(); i++) {
      setValidatedNodeType(select.getSelectList().get(i), row.getFieldList().get(i).getType());
    }
    return typeFactory.createStructType(RelOptUtil.getFieldTypeList(row), distinct);
  }

  @Override
  protected void validateHavingClause(SqlSelect select) {
    SqlNodeList named = select.getSelectList();
    select.setSelectList(SelectLabels.asWritten(named));
    super.validateHavingClause(select);
    select.setSelectList(named);
  }

  @Override
  public CalciteContextException newValidationError(
      SqlNode node, Resources.ExInst<SqlValidatorException> problem) {
    boolean repeated =
        node instanceof SqlIdentifier name && labels.isRepeated(Iterables.getLast(name.names));
    return super.newValidationError(
        node,
        repeated
            ? Static.RESOURCE.columnAmbiguous(Iterables.getLast(((SqlIdentifier) node).names))
            : problem);
  }

  /**
   * {@code SELECT a, a … ORDER BY a}: whichever is meant, it is the same. Of a window that a
   * DISTINCT selects Calcite would ask that its parts are selected as well.
   */
  @Override
  protected void validateOrderList(SqlSelect select) {
    SqlNodeList order = select.getOrderList();
    if (order == null) {
      return;
    }
    order.replaceAll(
        item ->
            SortKeys.sorted(
                item,
                key ->
                    key instanceof SqlIdentifier name
                        ? withoutRepeats(select, name)
                        : key.accept(new OfTables(select))));
    order.forEach(item -> inferUnknownTypes(getUnknownType(), getOrderScope(select), item));
    if (!select.isDistinct()) {
      super.validateOrderList(select);
      return;
    }
    List<SqlNode> all = new ArrayList<>(order);
    order.removeIf(item -> SortKeys.isSelectedWindow(item, select));
    super.validateOrderList(select);
    Iterator<SqlNode> validated = select.getOrderList().iterator();
    all.replaceAll(item -> SortKeys.isSelectedWindow(item, select) ? item : validated.next());
    select.setOrderBy(new SqlNodeList(all, order.getParserPosition()));
  }

  private SqlNode withoutRepeats(SqlSelect select, SqlIdentifier name) {
    List<SqlNode> items = select.getSelectList();
    List<Integer> named =
        IntStream.range(0, items.size())
            .filter(i -> name.toString().equalsIgnoreCase(label(items.get(i))))
            .boxed()
            .toList();
    if (named.size() < 2) {
      return name;
    }
    boolean same =
        named.stream()
            .map(i -> SqlUtil.stripAs(items.get(i)))
            .allMatch(
                item -> item.equalsDeep(SqlUtil.stripAs(items.get(named.get(0))), Litmus.IGNORE));
    if (!same) {
      throw newValidationError(name, Static.RESOURCE.columnAmbiguous(name.toString()));
    }
    return SortKeys.ordinal(named.get(0), name.getParserPosition());
  }

  private static String label(SqlNode item) {
    String alias = SqlValidatorUtil.alias(item);
    return alias == null ? null : ColumnLabels.shown(alias);
  }

  /** In an expression that is sorted by, a name that was not written gives way to a column. */
  private final class OfTables extends SqlShuttle {
    private final SqlSelect select;

    OfTables(SqlSelect select) {
      this.select = select;
    }

    @Override
    public SqlNode visit(SqlIdentifier name) {
      return name.isSimple()
              && SelectLabels.isUnwritten(select, name.getSimple())
              && isColumn(select, name)
          ? getWhereScope(select).fullyQualify(name).identifier
          : name;
    }

    @Override
    public SqlNode visit(SqlCall call) {
      return call.isA(SqlKind.QUERY) ? call : super.visit(call);
    }
  }

  /** Times in ISO 8601, of which Calcite wants a blank, no zone, and no time in a DATE. */
  @Override
  public SqlLiteral resolveLiteral(SqlLiteral literal) {
    if (literal instanceof SqlUnknownLiteral unknown) {
      SqlParserPos place = literal.getParserPosition();
      try {
        return switch (unknown.tag) {
          case "TIMESTAMP" -> timestamp(TimeText.parse(unknown.getValue()), place);
          case "DATE" -> SqlLiteral.createDate(date(TimeText.parse(unknown.getValue())), place);
          case "TIME" -> super.resolveLiteral(inUtc(unknown));
          default -> super.resolveLiteral(literal);
        };
      } catch (SQLException e) {
        throw LocatedError.at(literal, e);
      }
    }
    return super.resolveLiteral(literal);
  }

  private static SqlLiteral timestamp(Instant instant, SqlParserPos place) {
    TimestampString time = TimestampString.fromMillisSinceEpoch(instant.toEpochMilli());
    int digits = time.toString().indexOf('.') < 0 ? 0 : TimeText.PRECISION;
    return SqlLiteral.createTimestamp(SqlTypeName.TIMESTAMP, time, digits, place);
  }

  private static SqlLiteral inUtc(SqlUnknownLiteral time) {
    String text = UTC.matcher(time.getValue()).replaceFirst("");
    return SqlLiteral.createUnknown(time.tag, text, time.getParserPosition());
  }

  private static DateString date(Instant instant) {
    return DateString.fromDaysSinceEpoch(
        (int) instant.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay());
  }
}
