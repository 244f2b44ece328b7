package io.crmkit.verification.access;

import io.crmkit.api.CrmSession;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls of services of which nothing stays. */
final class Undone extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private Undone() {
    super(null, null, false, false);
  }

  /**
   * How a call ended.
   *
   * @param result with what consumers heard, and the arguments, which may have been written to
   * @param effect what was asked about the state that it left
   */
  record Outcome(@Nullable Object result, @Nullable Throwable failure, Object effect) {}

  static Outcome call(
      CrmSession session,
      Class<?> service,
      Method method,
      @Nullable Object[] arguments,
      Inputs inputs) {
    return call(session, new Call(service, method, arguments, inputs), joined -> "");
  }

  /** What is called. */
  record Call(Class<?> service, Method method, @Nullable Object[] arguments, Inputs inputs) {}

  static Outcome call(CrmSession session, Call call, Function<CrmSession, Object> effect) {
    AtomicReference<@Nullable Outcome> outcome = new AtomicReference<>();
    try {
      session.transaction(
          joined -> {
            Outcome done = invoked(joined.get(call.service()), call);
            outcome.set(
                new Outcome(
                    done.result(),
                    done.failure(),
                    done.failure() == null ? effect.apply(joined) : ""));
            throw new Undone();
          });
    } catch (Undone e) {
      return Objects.requireNonNull(outcome.get());
    } catch (RuntimeException e) {
      return new Outcome(null, e, "");
    }
    throw new IllegalStateException("not undone");
  }

  private static Outcome invoked(Object target, Call call) {
    try {
      call.method().setAccessible(true);
      Object result = call.method().invoke(target, call.arguments());
      List<Object> told =
          Arrays.asList(
              result, List.copyOf(call.inputs().heard()), Arrays.asList(call.arguments()));
      return new Outcome(told, null, "");
    } catch (InvocationTargetException e) {
      return new Outcome(null, e.getCause(), "");
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
