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
