package io.github.bedrocksql.dialect;

import java.lang.reflect.Proxy;
import org.apache.calcite.rel.RelNode;
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
    return handler.cast(
        Proxy.newProxyInstance(
            RelMetadataQuery.class.getClassLoader(),
            new Class<?>[] {handler},
            (proxy, method, arguments) -> {
              throw new NoHandler(((RelNode) arguments[0]).getClass());
            }));
  }

  @Override
  public <H extends MetadataHandler<?>> H revise(Class<H> handler) {
    return answers.handler(handler);
  }
}
