package io.crmkit.core.kernel.work;

import java.util.function.IntSupplier;

/**
 * Something that is due: the deliveries of one queue, or one timer. Two tasks with the same key are
 * about the same thing, and only one of them can get hold of it.
 *
 * @param lane where it belongs
 * @param key what it is about
 * @param work does it in a transaction, and says how much was done; does not throw when it fails
 */
public record DueTask(Lane lane, Object key, IntSupplier work) {}
