<#-- What PostgreSQL has and Calcite's grammar has not. The trees are of Calcite's classes: the driver's own are not there yet. -->

/** Parses the rest of {@code x::type}. */
void InfixCast(List<Object> list, ExprContext exprContext, Span s) :
{
    final SqlNode type;
}
{
    <INFIX_CAST> {
        checkNonQueryExpression(exprContext);
        s.clear().add(this);
    }
    (
        LOOKAHEAD(2)
        <INTERVAL> type = IntervalQualifier()
    |
        <INTERVAL> type = IntervalWithoutQualifier()
    |
        type = DataType()
    )
    {
        list.add(new SqlParserUtil.ToTreeListItem(SqlLibraryOperators.INFIX_CAST, s.pos()));
        list.add(type);
    }
}

/** Parses the rest of {@code x AT TIME ZONE zone}. */
void AtTimeZone(List<Object> list, ExprContext exprContext, Span s) :
{
    final SqlNode zone;
}
{
    <AT> {
        checkNonQueryExpression(exprContext);
        s.clear().add(this);
    }
    <TIME> <ZONE>
    zone = Expression3(ExprContext.ACCEPT_SUB_QUERY) {
        list.add(
            new SqlParserUtil.ToTreeListItem(
                new SqlBinaryOperator("AT TIME ZONE", SqlKind.OTHER, 92, true, null, null, null),
                s.pos()));
        list.add(zone);
    }
}

/** Parses an operator that only PostgreSQL has, and what is after it. Such are all of one precedence there. */
void PostgresOperator(List<Object> list, ExprContext exprContext, Span s) :
{
    int precedence = 60;
}
{
    (
        <RAISE> { precedence = 70; }
    |
        <ARROW> | <ARROW_TEXT> | <GET_PATH> | <GET_PATH_TEXT> | <HAS_KEY> | <HAS_ANY> | <HAS_ALL> | <HOLDS> | <HELD>
    |
        <OVERLAP> | <RIGHTSHIFT> | <HASH> | <VERTICAL_BAR>
    )
    {
        checkNonQueryExpression(exprContext);
        list.add(
            new SqlParserUtil.ToTreeListItem(
                new SqlBinaryOperator(token.image, SqlKind.OTHER, precedence, true, null, null, null), getPos()));
    }
    AddExpression2b(list, ExprContext.ACCEPT_SUB_QUERY)
}

/** Parses {@code |/ 16}, {@code @ -5}, {@code ~ 7}. */
SqlNode PostgresPrefix() :
{
    final Span s;
    final String sign;
    final List<Object> list = new ArrayList<Object>();
}
{
    ( <SQRT_SIGN> | <CBRT_SIGN> | <AT_SIGN> | <TILDE> ) { s = span(); sign = token.image; }
    AddExpression2b(list, ExprContext.ACCEPT_SUB_QUERY) {
        return new SqlPrefixOperator(sign, SqlKind.OTHER, 80, null, null, null)
            .createCall(s.end(this), SqlParserUtil.toTree(list));
    }
}

JAVACODE
SqlOperator aggregate(String name, SqlParserPos pos) {
    return new org.apache.calcite.sql.SqlUnresolvedFunction(new SqlIdentifier(name, pos), null, null, null, null,
        SqlFunctionCategory.USER_DEFINED_FUNCTION);
}

JAVACODE
SqlNode withOrdinality(SqlNode rows, SqlParserPos pos) {
    return new SqlPostfixOperator("WITH ORDINALITY", SqlKind.OTHER, 20, null, null, null)
        .createCall(pos, rows);
}

/** Parses what is left of {@code INTERVAL '1 day'}: nothing. */
SqlNode IntervalText(String text, int sign, Span s) :
{
}
{
    E() {
        final SqlNode interval =
            SqlStdOperatorTable.INTERVAL.createCall(s.end(this),
                SqlLiteral.createCharString(text, getPos()));
        return sign < 0
            ? SqlStdOperatorTable.UNARY_MINUS.createCall(s.end(this), interval)
            : interval;
    }
}

/** Parses {@code DISTINCT ON (a, b)} and adds it to a query's hints. */
void DistinctOn(List<SqlNode> hints) :
{
    final Span s;
    final SqlNodeList keys;
}
{
    <DISTINCT> { s = span(); }
    <ON> keys = ParenthesizedQueryOrCommaList(ExprContext.ACCEPT_SUB_QUERY) {
        hints.add(
            new SqlHint(s.end(this), new SqlIdentifier("DISTINCT ON", s.pos()), keys,
                SqlHint.HintOptionFormat.EMPTY));
    }
}

JAVACODE
SqlNode withTies(SqlNode fetch, SqlParserPos pos) {
    return new SqlPostfixOperator("WITH TIES", SqlKind.OTHER, 20, null, null, null)
        .createCall(pos, fetch);
}

/**
 * Makes a tree of the operands and operators of an expression. For each LIKE and BETWEEN Calcite goes through all that
 * is left of it, and each OR would be a level more: so a long condition is cut at its ORs and ANDs, and halved.
 */
JAVACODE
SqlNode tree(List<Object> items) {
    if (items.size() < 200) {
        return SqlParserUtil.toTree(items);
    }
    SqlOperator joint = SqlStdOperatorTable.OR;
    List<Integer> joints = joints(items, joint);
    if (joints.isEmpty()) {
        joint = SqlStdOperatorTable.AND;
        joints = joints(items, joint);
    }
    if (joints.isEmpty()) {
        return SqlParserUtil.toTree(items);
    }
    final int middle = joints.get(joints.size() / 2);
    final SqlNode left = tree(new ArrayList<Object>(items.subList(0, middle)));
    final SqlNode right = tree(new ArrayList<Object>(items.subList(middle + 1, items.size())));
    final SqlParserPos pos = ((SqlParserUtil.ToTreeListItem) items.get(middle)).getPos();
    return joint.createCall(pos.plusAll(Arrays.asList(left, right)), left, right);
}

/** Returns where an operator stands that joins two conditions. */
JAVACODE
List<Integer> joints(List<Object> items, SqlOperator joint) {
    final List<Integer> joints = new ArrayList<Integer>();
    int between = 0;
    for (int i = 0; i < items.size(); i++) {
        final SqlOperator op = items.get(i) instanceof SqlParserUtil.ToTreeListItem
            ? ((SqlParserUtil.ToTreeListItem) items.get(i)).getOperator()
            : null;
        if (op != null && op.getKind() == SqlKind.BETWEEN) {
            between++;
        } else if (between > 0) {
            between -= op == SqlStdOperatorTable.AND ? 1 : 0;
        } else if (op == joint) {
            joints.add(i);
        }
    }
    return joints;
}
