package io.github.bedrocksql.sandbox;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What each account has in each Region. It is read and sorted when a request first asks for it. */
final class Holdings {
  private final Map<Place<?>, Supplier<Rows<?>>> all = new ConcurrentHashMap<>();
  private final Behaviour behaviour;

  Holdings(Behaviour behaviour) {
    this.behaviour = behaviour;
  }

  private record Place<R>(Scope scope, Resource<R> resource) {}

  /** Sets the import jobs, and the models that they made. */
  void putJobs(Scope scope, List<ImportJob> jobs) {
    put(scope, ImportJob.RESOURCE, jobs);
    put(scope, ImportedModel.RESOURCE, ImportedModel.of(jobs));
  }

  /** Sets the rows of a resource. */
  <R> void put(Scope scope, Resource<R> resource, List<R> rows) {
    ImmutableList<R> copy = ImmutableList.copyOf(rows);
    putLater(scope, resource, () -> copy);
  }

  /** Sets the rows of a resource, which are made when they are first asked for. */
  <R> void putLater(Scope scope, Resource<R> resource, Supplier<? extends List<R>> rows) {
    all.put(
        new Place<>(scope, resource),
        Suppliers.memoize(() -> Rows.of(resource, rows.get(), behaviour)));
  }

  /** Returns the rows of a resource; none where none were set. */
  // A place's rows are those of its resource: put has no other.
  @SuppressWarnings("unchecked")
  <R> Rows<R> rows(Scope scope, Resource<R> resource) {
    Supplier<Rows<?>> held = all.get(new Place<>(scope, resource));
    return held == null ? Rows.of(resource, List.of(), behaviour) : (Rows<R>) held.get();
  }
}
