package io.github.bedrocksql.dialect;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.metadata.BuiltInMetadata;
import org.apache.calcite.rel.metadata.DefaultRelMetadataProvider;
import org.apache.calcite.rel.metadata.MetadataHandler;
import org.apache.calcite.rel.metadata.MetadataHandlerProvider;
import org.apache.calcite.rel.metadata.ProxyingMetadataHandlerProvider;
import org.apache.calcite.rel.metadata.RelMetadataQuery;

/**
 * What is asked of a query's relations while they are made, answered by reflection. For each kind
 * of question Calcite has code generated and compiled, which pays for a planner that asks thousands
 * of times.
 */
final class PlainMetadata implements MetadataHandlerProvider {
  private static final MetadataHandlerProvider PROVIDER = new PlainMetadata();

  /** For all kinds of question at once: a query has one for each kind, and asks few. */
  private static final Object UNANSWERED =
      Proxy.newProxyInstance(
          RelMetadataQuery.class.getClassLoader(),
          Arrays.stream(BuiltInMetadata.class.getDeclaredClasses())
              .flatMap(kind -> Arrays.stream(kind.getDeclaredClasses()))
              .filter(MetadataHandler.class::isAssignableFrom)
              .toArray(Class<?>[]::new),
          (proxy, method, arguments) -> {
            throw new NoHandler(((RelNode) arguments[0]).getClass());
          });

  private final MetadataHandlerProvider answers =
      new ProxyingMetadataHandlerProvider(DefaultRelMetadataProvider.INSTANCE);

  private PlainMetadata() {}

  /** Returns what answers the questions of one statement. */
  static RelMetadataQuery query() {
    return new RelMetadataQuery(PROVIDER);
  }

  /** Returns what answers no question, so that {@link #revise} is asked for what does. */
  @Override
  public <H extends MetadataHandler<?>> H handler(Class<H> handler) {
    return handler.cast(UNANSWERED);
  }

  @Override
  public <H extends MetadataHandler<?>> H revise(Class<H> handler) {
    return answers.handler(handler);
  }
}
