package io.github.bedrocksql.adapter.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.bedrocksql.adapter.access.ListCapability;
import io.github.bedrocksql.adapter.access.Statuses;
import io.github.bedrocksql.adapter.api.Elements;
import io.github.bedrocksql.adapter.api.FieldPath;
import io.github.bedrocksql.adapter.api.Resource;
import io.github.bedrocksql.adapter.table.Column.ElementReader;
import io.github.bedrocksql.adapter.table.Column.Level;
import io.github.bedrocksql.adapter.table.Column.Reader;
import io.github.bedrocksql.adapter.table.ElementLists.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A table while it is written down: its columns in the order of {@code SELECT *}, by the API's
 * names of what they show, and what each is for. Methods that begin with {@code as} are said of the
 * column before them.
 */
final class TableDraft {
  private static final Pattern FLAG = Pattern.compile("true|false");
  private static final Pattern ANYTHING = Pattern.compile(".+", Pattern.DOTALL);

  private final String name;
  private final String remark;
  private final ResourceType type;
  private final SdkPojo summary;
  private final SdkPojo detail;
  private final List<Column> columns = new ArrayList<>();
  private final ImmutableMap.Builder<Integer, ListCapability.ByValue> equal =
      ImmutableMap.builder();
  private Optional<Integer> identifier = Optional.empty();
  private Optional<Integer> otherKey = Optional.empty();
  private int arn;
  private int region;
  private Optional<Integer> account = Optional.empty();
  private Optional<ListCapability.ByStatus> byStatus = Optional.empty();
  private Optional<ListCapability.ByPart> byPart = Optional.empty();
  private Optional<ListCapability.ByTime> byTime = Optional.empty();
  private Optional<String> parent = Optional.empty();
  private Optional<Integer> elementKey = Optional.empty();
  private Optional<ElementLists> elements = Optional.empty();
  private Optional<FieldPath> elementList = Optional.empty();

  /** Begins a table that shows resources of a type. */
  TableDraft(String name, String remark, ResourceType type) {
    this.name = name;
    this.remark = remark;
    this.type = type;
    this.summary = type.list().summary();
    this.detail = type.get().answer();
  }

  @CanIgnoreReturnValue
  private TableDraft add(
      String column, ColumnType of, boolean nullable, Reader s, Reader d, String what) {
    Level level = s == null ? Level.DETAIL : Level.SUMMARY;
    columns.add(new Column(column, of, nullable, level, s, d, null, what));
    return this;
  }

  private int last() {
    return columns.size() - 1;
  }

  /** Adds the column that takes either key of a resource: it shows the ARN. */
  TableDraft identifier(String column, String what) {
    identifier = Optional.of(columns.size());
    return add(column, ColumnType.VARCHAR, false, arnOfSummary(), arnOfDetail(), what);
  }

  /** Adds the column of the ARN. */
  TableDraft arn(String column, String what) {
    arn = columns.size();
    return add(column, ColumnType.VARCHAR, false, arnOfSummary(), arnOfDetail(), what);
  }

  private Reader arnOfSummary() {
    return Readers.of(FieldPath.of(summary, type.arnField()));
  }

  /** An answer about a resource need not repeat the ARN that it was asked by. */
  private Reader arnOfDetail() {
    return FieldPath.has(detail, type.arnField())
        ? Readers.of(FieldPath.of(detail, type.arnField()))
        : (resource, place) -> resource.asked().get(type.get().parameter());
  }

  /** Adds the column of the ARN's last part, which is a key. */
  TableDraft id(String column, String what) {
    otherKey = Optional.of(columns.size());
    return add(
        column,
        ColumnType.VARCHAR,
        false,
        Readers.id(arnOfSummary()),
        Readers.id(arnOfDetail()),
        what);
  }

  /** Adds a column that List has and Get too. */
  TableDraft summary(String column, String path, String what) {
    return summary(column, path, path, what);
  }

  /** Adds a column that List has and Get too, by another name. */
  TableDraft summary(String column, String path, String pathOfDetail, String what) {
    return addSummary(column, true, path, pathOfDetail, what);
  }

  /** Adds a column that List has and Get too, and that is never null. */
  TableDraft required(String column, String path, String what) {
    return addSummary(column, false, path, path, what);
  }

  /** Adds a column that List has and Get too, by another name, and that is never null. */
  TableDraft required(String column, String path, String pathOfDetail, String what) {
    return addSummary(column, false, path, pathOfDetail, what);
  }

  /** Adds a column that List has and Get lacks; never null where List has it. */
  TableDraft onlyListed(String column, String path, String what) {
    return addListed(column, false, path, what);
  }

  /** Adds a column that List may have and Get lacks. */
  TableDraft perhapsListed(String column, String path, String what) {
    return addListed(column, true, path, what);
  }

  private TableDraft addListed(String column, boolean nullable, String path, String what) {
    FieldPath ofSummary = FieldPath.of(summary, path);
    return add(column, ColumnType.of(ofSummary), nullable, Readers.of(ofSummary), null, what);
  }

  /**
   * Adds a column that neither List nor Get returns but that List takes as a parameter: true for
   * the rows of a list asked for them, false for the others.
   */
  TableDraft toldByFilter(String column, String parameter, String what) {
    equal.put(
        columns.size(),
        new ListCapability.ByValue(taken(parameter), FLAG, ImmutableList.of("true", "false")));
    return add(column, ColumnType.BOOLEAN, false, Readers.askedFlag(parameter), null, what);
  }

  private TableDraft addSummary(
      String column, boolean nullable, String path, String pathOfDetail, String what) {
    FieldPath ofSummary = FieldPath.of(summary, path);
    FieldPath ofDetail = FieldPath.of(detail, pathOfDetail);
    checkOneType(column, ofSummary, ofDetail);
    return add(
        column,
        ColumnType.of(ofSummary),
        nullable,
        Readers.of(ofSummary),
        Readers.of(ofDetail),
        what);
  }

  private static void checkOneType(String column, FieldPath one, FieldPath other) {
    if (ColumnType.of(one) != ColumnType.of(other)) {
      throw new IllegalArgumentException(column + " has two types");
    }
  }

  /** Adds a column of the whole seconds between two times that List has and Get too. */
  TableDraft seconds(String column, String from, String to, String what) {
    return add(
        column,
        ColumnType.BIGINT,
        true,
        Readers.seconds(FieldPath.of(summary, from), FieldPath.of(summary, to)),
        Readers.seconds(FieldPath.of(detail, from), FieldPath.of(detail, to)),
        what);
  }

  /** Adds a column of the member that a tagged union has, in List and in Get. */
  TableDraft summaryUnion(String column, String path, String what) {
    return add(
        column,
        ColumnType.VARCHAR,
        true,
        Readers.member(FieldPath.of(summary, path)),
        Readers.member(FieldPath.of(detail, path)),
        what);
  }

  /** Adds the column of the Region where a resource is. */
  TableDraft region() {
    region = columns.size();
    return add(
        "region",
        ColumnType.VARCHAR,
        false,
        (resource, place) -> place,
        (resource, place) -> place,
        "AWS Region where the " + type.noun() + " is");
  }

  /** Adds the columns that tell where a resource is. */
  TableDraft place() {
    region();
    account = type.keys().foreign() ? Optional.empty() : Optional.of(columns.size());
    return add(
        "account_id",
        ColumnType.VARCHAR,
        false,
        Readers.account(arnOfSummary()),
        Readers.account(arnOfDetail()),
        "AWS account that owns the " + type.noun());
  }

  /** Adds a column that only Get has. */
  TableDraft detail(String column, String path, String what) {
    FieldPath ofDetail = FieldPath.of(detail, path);
    return add(column, ColumnType.of(ofDetail), true, null, Readers.of(ofDetail), what);
  }

  /** Adds a column that only Get has, in one of two members of a tagged union. */
  TableDraft detail(String column, String path, String pathOfOther, String what) {
    FieldPath first = FieldPath.of(detail, path);
    FieldPath other = FieldPath.of(detail, pathOfOther);
    checkOneType(column, first, other);
    return add(column, ColumnType.of(first), true, null, Readers.either(first, other), what);
  }

  /** Adds a column of the member that a tagged union has, which only Get has. */
  TableDraft union(String column, String path, String what) {
    Reader member = Readers.member(FieldPath.of(detail, path));
    return add(column, ColumnType.VARCHAR, true, null, member, what);
  }

  /** Adds a column of lists of texts that only Get has: empty rather than null. */
  TableDraft array(String column, String path, String what) {
    FieldPath list = FieldPath.of(detail, path);
    Reader reader = (resource, place) -> Elements.ifGiven(list, resource.fields());
    return add(column, ColumnType.VARCHAR_ARRAY, false, null, reader, what);
  }

  /** Marks the column as the name that Get takes and that List searches in. */
  TableDraft asName(String parameter, Pattern accepted) {
    otherKey = Optional.of(last());
    return asContained(parameter, accepted);
  }

  /** Says that List takes a part of the column's text. */
  TableDraft asContained(String parameter, Pattern accepted) {
    byPart = Optional.of(new ListCapability.ByPart(last(), taken(parameter), accepted));
    return this;
  }

  /** Says that the column is the name that Get takes. */
  TableDraft asKey() {
    otherKey = Optional.of(last());
    return this;
  }

  /** Says that List takes one of the column's statuses. */
  TableDraft asStatus(String parameter, Statuses statuses) {
    byStatus = Optional.of(new ListCapability.ByStatus(last(), taken(parameter), statuses));
    return this;
  }

  /** Says that List takes one value of the column. */
  TableDraft asFilter(String parameter) {
    return asFilter(parameter, ANYTHING);
  }

  /** Says that List takes one value of the column that looks like this. */
  TableDraft asFilter(String parameter, Pattern accepted) {
    equal.put(last(), new ListCapability.ByValue(taken(parameter), accepted, ImmutableList.of()));
    return this;
  }

  /** Says that List takes bounds of the column's time, and orders by it if it orders at all. */
  TableDraft asTime(String after, String before) {
    boolean orders = type.list().takes("sortBy");
    byTime = Optional.of(new ListCapability.ByTime(last(), taken(after), taken(before), orders));
    return this;
  }

  private String taken(String parameter) {
    if (!type.list().takes(parameter)) {
      throw new IllegalArgumentException(type.list().name() + " takes no " + parameter);
    }
    return parameter;
  }

  /** Says that a row is an element of a list that only Get has, of a resource of another table. */
  TableDraft elementsOf(String parentTable, String path) {
    FieldPath ofDetail = FieldPath.of(detail, path);
    return elementsOf(parentTable, new ElementLists(Optional.empty(), elementsAt(ofDetail)))
        .withFieldsOf(ofDetail);
  }

  /** Says that a row is an element of a list that List has and Get too. */
  TableDraft listedElementsOf(String parentTable, String path) {
    FieldPath ofSummary = FieldPath.of(summary, path);
    FieldPath ofDetail = FieldPath.of(detail, path);
    return elementsOf(parentTable, new ElementLists(elementsAt(ofSummary), elementsAt(ofDetail)))
        .withFieldsOf(ofSummary);
  }

  /**
   * Says that a row is an element of one of several lists that only List has.
   *
   * @param kinds by what is said of its elements, the paths of a list: the first that is given
   *     counts
   */
  TableDraft onlyListedElementsOf(String parentTable, ImmutableListMultimap<String, String> kinds) {
    ImmutableListMultimap<String, FieldPath> paths =
        ImmutableListMultimap.copyOf(
            Multimaps.transformValues(kinds, path -> FieldPath.of(summary, path)));
    return elementsOf(
        parentTable, new ElementLists(Optional.of(Readers.elements(paths)), Optional.empty()));
  }

  private TableDraft elementsOf(String parentTable, ElementLists lists) {
    parent = Optional.of(parentTable);
    elements = Optional.of(lists);
    return this;
  }

  private TableDraft withFieldsOf(FieldPath list) {
    elementList = Optional.of(list);
    return this;
  }

  private static Optional<Function<Resource, ImmutableList<Element>>> elementsAt(FieldPath path) {
    return Optional.of(Readers.elements(ImmutableListMultimap.of("", path)));
  }

  /** Adds a column of the element's place among those of its resource, counted from 1. */
  TableDraft ordinal(String column, String what) {
    return addElement(column, ColumnType.INTEGER, (element, i) -> i + 1, what);
  }

  /** Adds a column of what is said of the element. */
  TableDraft kind(String column, String what) {
    return addElement(column, ColumnType.VARCHAR, (element, i) -> element.kind(), what);
  }

  /** Adds a column of the element itself, a text. */
  TableDraft element(String column, String what) {
    return addElement(column, ColumnType.VARCHAR, (element, i) -> element.value(), what);
  }

  /** Adds a column of a field of the element. */
  TableDraft element(String column, String path, String what) {
    FieldPath field = elementList.orElseThrow().ofElement(path);
    return addElement(
        column,
        ColumnType.of(field),
        (element, i) -> Readers.value(field, field.read((SdkPojo) element.value())),
        what);
  }

  private TableDraft addElement(String column, ColumnType of, ElementReader reader, String what) {
    elementKey = elementKey.or(() -> Optional.of(columns.size()));
    columns.add(new Column(column, of, false, Level.ELEMENT, null, null, reader, what));
    return this;
  }

  /** Returns the table. */
  TableDefinition build() {
    boolean named =
        byPart.isPresent() && otherKey.equals(byPart.map(ListCapability.ByPart::column));
    ImmutableList.Builder<Integer> primaryKey = ImmutableList.builder();
    primaryKey.add(arn);
    elementKey.ifPresent(primaryKey::add);
    return new TableDefinition(
        name,
        remark,
        ImmutableList.copyOf(columns),
        primaryKey.build(),
        parent,
        new Identifier(identifier, arn, otherKey, named, type.keys()),
        new ListCapability(
            byStatus, equal.buildOrThrow(), byPart, byTime, type.list().isPaged(), region, account),
        type.list(),
        type.get(),
        elements,
        type.freshness());
  }
}
