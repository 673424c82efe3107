package io.github.bedrocksql.differential;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * A piece of SQL in both dialects, with the values of its {@code ?} in their order.
 *
 * @param bedrock for the project
 * @param parameters of {@link #bedrock}
 * @param h2 for the reference
 * @param h2Parameters of {@link #h2}
 * @param parts what may stand in its place when a failing query is made smaller
 */
record Fragment(
    String bedrock,
    List<Parameter> parameters,
    String h2,
    List<Parameter> h2Parameters,
    ImmutableList<Fragment> parts) {
  private static final char HOLE = '@';

  Fragment {
    parameters = Collections.unmodifiableList(parameters);
    h2Parameters = Collections.unmodifiableList(h2Parameters);
  }

  /** Returns text that is the same in both. */
  static Fragment text(String both) {
    return text(both, both);
  }

  static Fragment text(String bedrock, String h2) {
    return new Fragment(bedrock, List.of(), h2, List.of(), ImmutableList.of());
  }

  /** Returns a {@code ?}. */
  static Fragment parameter(Parameter value) {
    List<Parameter> one = List.of(value);
    return new Fragment("?", one, "?", one, ImmutableList.of());
  }

  /** Returns the template with its {@code @} filled in order. */
  static Fragment of(String template, Fragment... holes) {
    return of(template, template, holes);
  }

  /** Returns a template for each dialect, both with the same holes. */
  static Fragment of(String bedrock, String h2, Fragment... holes) {
    List<Parameter> parameters = new ArrayList<>();
    List<Parameter> h2Parameters = new ArrayList<>();
    for (Fragment hole : holes) {
      parameters.addAll(hole.parameters);
      h2Parameters.addAll(hole.h2Parameters);
    }
    return new Fragment(
        fill(bedrock, ImmutableList.copyOf(holes).stream().map(Fragment::bedrock).toList()),
        parameters,
        fill(h2, ImmutableList.copyOf(holes).stream().map(Fragment::h2).toList()),
        h2Parameters,
        ImmutableList.of());
  }

  private static String fill(String template, List<String> fillings) {
    List<String> texts = Splitter.on(HOLE).splitToList(template);
    if (texts.size() != fillings.size() + 1) {
      throw new IllegalArgumentException(template + " filled with " + fillings);
    }
    StringBuilder filled = new StringBuilder(texts.get(0));
    for (int i = 0; i < fillings.size(); i++) {
      filled.append(fillings.get(i)).append(texts.get(i + 1));
    }
    return filled.toString();
  }

  /** Returns what the one says to the project and the other to the reference. */
  static Fragment pair(Fragment bedrock, Fragment h2) {
    return new Fragment(
        bedrock.bedrock, bedrock.parameters, h2.h2, h2.h2Parameters, ImmutableList.of());
  }

  static Fragment join(String separator, List<Fragment> fragments) {
    String template = Joiner.on(separator).join(Collections.nCopies(fragments.size(), HOLE));
    return of(template, fragments.toArray(new Fragment[0]));
  }

  /** Returns the same with another value for each {@code ?}. */
  Fragment withOtherValues() {
    IdentityHashMap<Parameter, Parameter> others = new IdentityHashMap<>();
    // One parameter may stand twice in the other dialect: it must get the same value there.
    return new Fragment(
        bedrock,
        parameters.stream().map(p -> others.computeIfAbsent(p, Parameter::another)).toList(),
        h2,
        h2Parameters.stream().map(p -> others.computeIfAbsent(p, Parameter::another)).toList(),
        ImmutableList.of());
  }

  /** Returns the same, in whose place one of these may stand. */
  Fragment withParts(List<Fragment> newParts) {
    return new Fragment(bedrock, parameters, h2, h2Parameters, ImmutableList.copyOf(newParts));
  }
}
