package io.github.bedrocksql.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import com.google.common.collect.Sets;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;

/** Each resource keeps to the API's model, as the SDK has it, and to what all of them have. */
class ApiModelTest {
  private static final String MODEL = "software.amazon.awssdk.services.bedrock.model.";

  @AutoClose private static final Bench bench = new Bench(Sandbox.builder().sampleJobs());

  static List<Resource<?>> resources() {
    return ServedResources.ALL;
  }

  private static List<SdkField<?>> fields(String shape) throws ReflectiveOperationException {
    Object builder = Class.forName(MODEL + shape).getMethod("builder").invoke(null);
    return ((SdkPojo) builder).sdkFields();
  }

  private static JsonNode answer(String path) throws IOException {
    HttpResponse<String> response = RawHttp.get(bench.sandbox(), path);
    assertThat(response.statusCode()).as("%s: %s", path, response.body()).isEqualTo(200);
    return Json.MAPPER.readTree(response.body());
  }

  private static JsonNode rows(Resource<?> resource, String query) throws IOException {
    return answer(resource.listing().path() + query).get(resource.listing().result());
  }

  private static String getPath(Resource<?> resource, String identifier) {
    return resource.getting().path()
        + "/"
        + URLEncoder.encode(identifier, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Asserts that each field of an object is one of the shape's, and so on inside. */
  private static void assertKnown(JsonNode json, List<SdkField<?>> shape, String where) {
    Set<String> names = shape.stream().map(SdkField::locationName).collect(Collectors.toSet());
    json.fieldNames()
        .forEachRemaining(name -> assertThat(names).as("fields of %s", where).contains(name));
    for (SdkField<?> field : shape) {
      String name = where + "." + field.locationName();
      JsonNode value = json.path(field.locationName());
      ListTrait list = field.getTrait(ListTrait.class);
      if (list != null && list.memberFieldInfo().constructor() != null) {
        List<SdkField<?>> member = pojo(list.memberFieldInfo()).sdkFields();
        value.forEach(element -> assertKnown(element, member, name));
      } else if (field.constructor() != null) {
        assertKnown(value, pojo(field).sdkFields(), name);
      }
    }
  }

  private static SdkPojo pojo(SdkField<?> field) {
    return field.constructor().get();
  }

  @ParameterizedTest
  @MethodSource("resources")
  void parametersAreThoseOfTheRequest(Resource<?> resource) throws ReflectiveOperationException {
    Set<String> declared = new HashSet<>(resource.listing().filters().keySet());
    if (resource.listing().paged()) {
      declared.addAll(ImmutableSet.of("maxResults", "nextToken"));
    }
    if (resource.listing().sorted()) {
      declared.addAll(ImmutableSet.of("sortBy", "sortOrder"));
    }
    assertThat(declared)
        .containsExactlyInAnyOrderElementsOf(
            fields(resource.listing().operation() + "Request").stream()
                .filter(field -> field.location() == MarshallLocation.QUERY_PARAM)
                .map(SdkField::locationName)
                .toList());
    assertThat(fields(resource.getting().operation() + "Request"))
        .extracting(SdkField::locationName)
        .containsExactly(resource.getting().parameter());
  }

  @ParameterizedTest
  @MethodSource("resources")
  void fieldsAreThoseOfTheAnswers(Resource<?> resource)
      throws IOException, ReflectiveOperationException {
    String list = resource.listing().operation();
    String get = resource.getting().operation();
    Set<String> shown = new HashSet<>();
    assertKnown(answer(resource.listing().path()), fields(list + "Response"), list);
    for (JsonNode row : rows(resource, "")) {
      row.fieldNames().forEachRemaining(shown::add);
      JsonNode detail = answer(getPath(resource, row.get(resource.arnField()).asText()));
      assertKnown(detail, fields(get + "Response"), get);
      detail.fieldNames().forEachRemaining(shown::add);
    }
    Set<String> all =
        fields(get + "Response").stream().map(SdkField::locationName).collect(Collectors.toSet());
    assertThat(Sets.difference(all, shown)).as("fields that no sample has").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("resources")
  void pagesAddUpToTheWhole(Resource<?> resource) throws IOException {
    JsonNode whole = rows(resource, "?maxResults=1000");
    assertThat(whole).isNotEmpty();
    if (resource.listing().paged()) {
      int rows = 0;
      JsonNode page = answer(resource.listing().path() + "?maxResults=2");
      while (page.has("nextToken")) {
        assertThat(page.get(resource.listing().result())).hasSize(2);
        rows += 2;
        page =
            answer(
                resource.listing().path()
                    + "?maxResults=2&nextToken="
                    + page.get("nextToken").asText());
      }
      assertThat(rows + page.get(resource.listing().result()).size()).isEqualTo(whole.size());
    }
  }

  @ParameterizedTest
  @MethodSource("resources")
  void sortedBothWays(Resource<?> resource) throws IOException {
    if (resource.listing().sorted()) {
      List<JsonNode> ascending =
          List.copyOf(
              rows(resource, "?sortBy=CreationTime&sortOrder=Ascending")
                  .findParents(resource.arnField()));
      List<JsonNode> descending =
          rows(resource, "?sortOrder=Descending").findParents(resource.arnField());
      assertThat(descending).isEqualTo(Lists.reverse(ascending));
    }
  }

  @ParameterizedTest
  @MethodSource("resources")
  void whatAllRefuse(Resource<?> resource) throws IOException {
    Set<String> bad = new HashSet<>();
    if (resource.listing().paged()) {
      bad.addAll(
          ImmutableSet.of("maxResults=0", "maxResults=1001", "maxResults=x", "nextToken=abcd"));
    }
    if (resource.listing().sorted()) {
      bad.addAll(ImmutableSet.of("sortBy=Name", "sortOrder=Down"));
    }
    for (String parameter : resource.listing().filters().keySet()) {
      bad.add(parameter + "=_*_");
      bad.add(parameter + "=");
    }
    for (String query : bad) {
      assertRefused("ValidationException", resource.listing().path() + "?" + query);
    }
    assertRefused("ValidationException", getPath(resource, "_*_"));
    assertRefused("ValidationException", getPath(resource, ""));
    assertRefused("ValidationException", getPath(resource, "a".repeat(2049)));
  }

  private static void assertRefused(String error, String path) throws IOException {
    HttpResponse<String> response = RawHttp.get(bench.sandbox(), path);
    assertThat(RawHttp.errorType(response)).as(path).isEqualTo(error);
  }

  @ParameterizedTest
  @MethodSource("resources")
  void emulatorsLeaveOutWhatMayBeAbsent(Resource<?> resource) throws IOException {
    try (Sandbox bare = Sandbox.builder().sampleJobs().omitOptionalFields().foreignIds().start()) {
      String path = resource.listing().path();
      for (JsonNode row :
          Json.MAPPER.readTree(RawHttp.get(bare, path).body()).get(resource.listing().result())) {
        String arn = row.get(resource.arnField()).asText();
        HttpResponse<String> detail = RawHttp.get(bare, getPath(resource, arn));
        assertThat(detail.statusCode()).isEqualTo(200);
        assertThat(detail.body()).contains(arn);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("resources")
  <R> void rowsAreReadFromTheirOwnJson(Resource<R> resource) throws IOException {
    Holdings holdings = new Holdings(Sandbox.builder().behaviour());
    new SampleAccount(Instant.parse("2026-05-06T07:08:09Z")).putInto(holdings);
    List<R> rows =
        holdings.rows(Scope.own(Bench.REGION), resource).after(null, false).stream()
            .map(Rows.Row::row)
            .toList();
    assertThat(resource.rows(Json.MAPPER.writeValueAsString(rows))).isEqualTo(rows);
  }
}
