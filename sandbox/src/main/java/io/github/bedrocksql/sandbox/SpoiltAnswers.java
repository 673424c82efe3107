package io.github.bedrocksql.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What the kinds of fault make of an answer. */
final class SpoiltAnswers {
  /** What proxies and portals answer in place of the API. */
  static final String PAGE = "<!DOCTYPE html><html><body><h1>Please sign in</h1></body></html>";

  private static final ImmutableList<String> STATUSES = ImmutableList.of("status", "modelStatus");
  private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");

  private static final int PIECES = 10;
  private static final long PIECE_MILLIS = 50;
  private static final long STALL_MILLIS = 60_000;

  private final AtomicInteger tokens = new AtomicInteger();

  /** Throws what is answered instead, where that is an error of the API's. */
  static void refuse(Fault.Kind kind) {
    switch (kind) {
      case THROTTLED -> throw new ApiException(429, "ThrottlingException", "Rate exceeded");
      case SERVER_ERROR ->
          throw new ApiException(500, "InternalServerException", "An internal error occurred");
      case DENIED ->
          throw new ApiException(
              403, "AccessDeniedException", "User is not authorized to perform this action");
      case GONE ->
          throw new ApiException(404, "ResourceNotFoundException", "The resource does not exist");
      case EXPIRED_TOKEN -> throw ApiException.validation("The nextToken has expired");
      default -> {
        // Others spoil the answer.
      }
    }
  }

  /** Returns the HTTP status of a page for people that is answered instead. */
  static Optional<Integer> pageStatus(Fault.Kind kind) {
    return switch (kind) {
      case HTML -> Optional.of(200);
      case HTML_502 -> Optional.of(502);
      case HTML_503 -> Optional.of(503);
      case REDIRECT -> Optional.of(302);
      case TEAPOT -> Optional.of(418);
      default -> Optional.empty();
    };
  }

  /** Returns what to answer instead: tokens that are none must not be read. */
  static ImmutableMap<String, String> parameters(
      Fault.Kind kind, ImmutableMap<String, String> given) {
    return kind.isOfTokens()
        ? ImmutableMap.copyOf(Maps.filterKeys(given, name -> !"nextToken".equals(name)))
        : given;
  }

  /** Changes what an answer of a resource's List or Get says. */
  void spoil(Fault.Kind kind, Resource<?> resource, ObjectNode answer) {
    String result = resource.listing().result();
    switch (kind) {
      case UNKNOWN_STATUS ->
          each(
              result,
              answer,
              row -> STATUSES.stream().filter(row::has).forEach(name -> row.put(name, "Paused")));
      case UNKNOWN_MEMBER ->
          answer.putObject("modelDataSource").putObject("hubDataSource").put("hubUri", "hub://x");
      case NO_FIELDS -> answer.removeAll();
      case NULL_ROW -> {
        if (answer.get(result) instanceof ArrayNode rows) {
          rows.addNull();
        }
      }
      case TIMES_IN_SECONDS ->
          eachTime(
              result,
              answer,
              time -> DecimalNode.valueOf(BigDecimal.valueOf(time.toEpochMilli(), 3)));
      case TIMES_WITHOUT_ZONE ->
          eachTime(result, answer, time -> TextNode.valueOf(time.toString().replace("Z", "")));
      case MISSING_FIELD -> each(result, answer, row -> row.remove(resource.arnField()));
      case SAME_TOKEN -> answer.put("nextToken", "again");
      case CIRCLE_OF_TOKENS -> answer.put("nextToken", "turn-" + tokens.incrementAndGet() % 3);
      case EMPTY_PAGES -> {
        answer.putArray(result);
        answer.put("nextToken", "page-" + tokens.incrementAndGet());
      }
      default -> {
        // Others spoil the way that it comes.
      }
    }
  }

  private static void each(String result, ObjectNode answer, Consumer<ObjectNode> change) {
    if (answer.get(result) instanceof ArrayNode rows) {
      rows.forEach(row -> change.accept((ObjectNode) row));
    } else {
      change.accept(unwrapped(answer));
    }
  }

  /** Some details are an object in the answer's only field. */
  private static ObjectNode unwrapped(ObjectNode answer) {
    return answer.size() == 1 && answer.elements().next() instanceof ObjectNode inner
        ? inner
        : answer;
  }

  private static void eachTime(
      String result, ObjectNode answer, Function<Instant, JsonNode> change) {
    each(
        result,
        answer,
        row ->
            row.fields()
                .forEachRemaining(
                    field -> {
                      String text = field.getValue().asText();
                      if (TIME.matcher(text).matches()) {
                        field.setValue(change.apply(Instant.parse(text)));
                      }
                    }));
  }

  /** Returns the body as its Content-Length tells. */
  static byte[] body(Optional<Fault.Kind> kind, byte[] whole) {
    if (kind.filter(Fault.Kind.NO_BODY::equals).isPresent()) {
      return new byte[0];
    }
    return kind.filter(Fault.Kind.TRUNCATED::equals).isPresent() ? half(whole) : whole;
  }

  private static byte[] half(byte[] whole) {
    return Arrays.copyOf(whole, whole.length / 2);
  }

  /** Writes a body in the way that goes wrong. */
  static void write(Fault.Kind kind, OutputStream out, byte[] body)
      throws IOException, InterruptedException {
    switch (kind) {
      case CUT -> send(out, half(body), 0);
      case SLOW -> {
        int piece = body.length / PIECES + 1;
        for (int from = 0; from < body.length; from += piece) {
          send(
              out,
              Arrays.copyOfRange(body, from, Math.min(body.length, from + piece)),
              PIECE_MILLIS);
        }
      }
      case STALLED -> send(out, half(body), STALL_MILLIS);
      default -> out.write(body);
    }
  }

  private static void send(OutputStream out, byte[] bytes, long thenWaitMillis)
      throws IOException, InterruptedException {
    out.write(bytes);
    out.flush();
    Thread.sleep(thenWaitMillis);
  }
}
