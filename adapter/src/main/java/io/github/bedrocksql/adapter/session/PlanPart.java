package io.github.bedrocksql.adapter.session;

/**
 * What the code of a plan is handed and holds nothing of a session or an execution: any number of
 * statements of any connections may use it at once.
 */
public interface PlanPart {}
