package io.github.bedrocksql.pushdown;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.pushdown.PushdownQuery.Kind;
import io.github.bedrocksql.pushdown.PushdownQuery.Section;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a {@code .queries} file. A keyword stands at the start of a line; indented lines continue
 * it; {@code #} begins a comment:
 *
 * <pre>
 * section Keys                      title of the entries below
 * sandbox generated 5000            what they run against; or: … in us-east-1,eu-central-1
 *
 * query                             or again: on the same connection as the entry before, the same
 *   SELECT …                        SQL if none is given; or describe; or metadata
 * param string job-00042            the values of ?, in order: string, int, timestamp, date, null
 * rows 1 in order                   a count, and the rows if they are to be compared
 *   job-00042 | null
 * calls                             all calls it makes; or: calls none
 *   1 GetModelImportJob jobIdentifier=job-00042
 * plan GetModelImportJob            a text that EXPLAIN shows
 * fewest 1                          calls that the API permits
 * why …                             if they differ
 * </pre>
 */
final class QueryFileParser {
  private static final ImmutableSet<String> STARTS =
      ImmutableSet.of("query", "again", "describe", "metadata");

  private final ImmutableList<Directive> directives;
  private final String end;
  private int next;
  private DataSet data;
  private PushdownQuery last;

  QueryFileParser(String file, String text) {
    this.directives = Directive.split(file, text);
    this.end = file + ":" + (text.lines().count() + 1);
  }

  ImmutableList<Section> parse() {
    ImmutableList.Builder<Section> sections = ImmutableList.builder();
    while (next < directives.size()) {
      sections.add(section());
    }
    return sections.build();
  }

  private Section section() {
    Directive title = required("section");
    if (title.text().isEmpty()) {
      throw title.error("a section needs a title");
    }
    ImmutableList.Builder<PushdownQuery> queries = ImmutableList.builder();
    while (next < directives.size() && !isNext("section")) {
      Optional<Directive> sandbox = optional("sandbox");
      if (sandbox.isPresent()) {
        data = DataSet.parse(sandbox.get());
        last = null;
      }
      last = query();
      queries.add(last);
    }
    return new Section(title.text(), queries.build());
  }

  private PushdownQuery query() {
    if (next == directives.size() || !STARTS.contains(directives.get(next).keyword())) {
      throw unexpected("one of " + STARTS);
    }
    Directive start = directives.get(next++);
    if (data == null) {
      throw start.error("no sandbox is named before");
    }
    boolean again = start.keyword().equals("again");
    if (again && last == null) {
      throw start.error("nothing on this sandbox to run after");
    }
    ImmutableList<Object> parameters =
        all("param").stream()
            .map(QueryFileParser::parameter)
            .collect(ImmutableList.toImmutableList());
    ExpectedRows rows = ExpectedRows.parse(required("rows"));
    ImmutableList<ExpectedCalls> calls = calls(required("calls"));
    ImmutableList<String> plan =
        all("plan").stream().map(Directive::text).collect(ImmutableList.toImmutableList());
    Directive fewest = required("fewest");
    if (!fewest.text().matches("[0-9]{1,6}")) {
      throw fewest.error("expected a number of calls");
    }
    PushdownQuery query =
        new PushdownQuery(
            start.place(),
            data,
            kind(start),
            sql(start),
            again && start.text().isEmpty() && parameters.isEmpty()
                ? last.parameters()
                : parameters,
            rows,
            calls,
            plan,
            Integer.parseInt(fewest.text()),
            optional("why").map(Directive::text),
            again ? Optional.of(last) : Optional.empty());
    check(query, fewest);
    return query;
  }

  private static Kind kind(Directive start) {
    return switch (start.keyword()) {
      case "describe" -> Kind.DESCRIBE;
      case "metadata" -> Kind.METADATA;
      default -> Kind.QUERY;
    };
  }

  private String sql(Directive start) {
    if (!start.text().isEmpty()) {
      return start.text();
    }
    if (!start.keyword().equals("again")) {
      throw start.error("the SQL is missing: it stands indented below");
    }
    return last.sql();
  }

  private static void check(PushdownQuery query, Directive fewest) {
    if (query.leastCalls() < query.fewest()) {
      throw fewest.error("less than the fewest are made: " + query.leastCalls());
    }
    if (!query.isFewest() && query.why().isEmpty()) {
      throw fewest.error("more than the fewest are made, and no 'why' says for which reason");
    }
    if (!query.plan().isEmpty() && query.kind() != Kind.QUERY) {
      throw fewest.error("only a query has a plan");
    }
  }

  private static ImmutableList<ExpectedCalls> calls(Directive directive) {
    if (directive.argument().equals("none") == directive.block().isEmpty()) {
      return directive.block().stream()
          .map(line -> ExpectedCalls.parse(directive, line))
          .collect(ImmutableList.toImmutableList());
    }
    throw directive.error("expected 'calls none', or one line for each kind of call below");
  }

  /** A null is an Optional without value: the lists here hold none. */
  private static Object parameter(Directive directive) {
    String[] parts = directive.text().split(" ", 2);
    String value = parts.length == 2 ? parts[1] : "";
    try {
      return switch (parts[0]) {
        case "string" -> value;
        case "int" -> Integer.valueOf(value);
        case "boolean" -> Boolean.valueOf(value);
        case "timestamp" ->
            Timestamp.valueOf(LocalDateTime.ofInstant(Instant.parse(value), ZoneOffset.UTC));
        case "date" -> Date.valueOf(LocalDate.parse(value));
        case "null" -> Optional.empty();
        default -> throw directive.error("unknown type of a parameter: " + parts[0]);
      };
    } catch (NumberFormatException | DateTimeException e) {
      throw directive.error("not of the type " + parts[0] + ": " + value);
    }
  }

  private boolean isNext(String keyword) {
    return next < directives.size() && directives.get(next).keyword().equals(keyword);
  }

  private Optional<Directive> optional(String keyword) {
    return isNext(keyword) ? Optional.of(directives.get(next++)) : Optional.empty();
  }

  private List<Directive> all(String keyword) {
    List<Directive> all = new ArrayList<>();
    while (isNext(keyword)) {
      all.add(directives.get(next++));
    }
    return all;
  }

  private Directive required(String keyword) {
    return optional(keyword).orElseThrow(() -> unexpected("'" + keyword + "'"));
  }

  private QueryFormatException unexpected(String expected) {
    if (next == directives.size()) {
      return new QueryFormatException(end, "expected " + expected + ", found the end");
    }
    Directive found = directives.get(next);
    return found.error("expected " + expected + ", found '" + found.keyword() + "'");
  }
}
