package io.crmkit.core.kernel.work;

import io.crmkit.core.kernel.json.Json;
import io.crmkit.core.kernel.json.RawJson;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.work.KernelEntities.Answer;
import io.crmkit.core.kernel.work.KernelEntities.KernelId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a command, as it is kept under an idempotency key and given again: references of
 * stored records, which are loaded anew with the eyes of whoever asks; JSON of other records and of
 * texts; lists of these.
 */
final class KeptAnswer {

  private static final String LIST = "list";

  private final Scope scope;

  /**
   * One answer of a list.
   *
   * @param entity the record's entity, or null
   * @param record the record's id, or null
   * @param type the class of another answer, or null
   * @param json the JSON of another answer, or null
   */
  private record Element(
      @Nullable String entity,
      @Nullable UUID record,
      @Nullable String type,
      @Nullable String json) {}

  private record Elements(List<Element> all) {}

  KeptAnswer(Scope scope) {
    this.scope = scope;
  }

  /** Whether an answer can be kept: nothing, a record, a text, or a list of records and texts. */
  static boolean canKeep(@Nullable Object result) {
    Predicate<Object> single = r -> r instanceof Record || r instanceof String;
    return result == null
        || single.test(result)
        || (result instanceof List<?> list && list.stream().allMatch(single));
  }

  Answer keep(@Nullable Object result) {
    if (result == null) {
      return new Answer(null, null, null, null);
    }
    if (result instanceof List<?> list) {
      List<Element> all = list.stream().map(this::element).toList();
      return new Answer(null, null, LIST, RawJson.ofValue(new Elements(all)));
    }
    Element only = element(result);
    RawJson document = only.type() == null ? null : RawJson.ofValue(result);
    return new Answer(only.entity(), only.record(), only.type(), document);
  }

  @Nullable Object give(Answer answer) {
    if (answer.entity() != null) {
      return load(answer.entity(), Objects.requireNonNull(answer.record()));
    }
    if (answer.type() == null || answer.document() == null) {
      return null;
    }
    if (answer.type().equals(LIST)) {
      Elements elements = (Elements) answer.document().as(Elements.class);
      return elements.all().stream().map(this::give).toList();
    }
    return answer.document().as(type(answer.type()));
  }

  /** Whether all of it is stored records, so that access rules decide who may have it. */
  static boolean isGuarded(Answer answer) {
    if (LIST.equals(answer.type()) && answer.document() != null) {
      Elements elements = (Elements) answer.document().as(Elements.class);
      return elements.all().stream().allMatch(e -> e.entity() != null);
    }
    return answer.document() == null;
  }

  /** Whether what is kept as JSON can be read as what it was. */
  boolean canBeRead(Answer answer) {
    RawJson document = answer.document();
    if (document == null || answer.type() == null) {
      return true;
    }
    try {
      if (answer.type().equals(LIST)) {
        Elements elements = (Elements) document.as(Elements.class);
        elements.all().stream().filter(e -> e.entity() == null).forEach(this::give);
      } else {
        document.as(type(answer.type()));
      }
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private Element element(Object result) {
    EntityModel<?> model =
        scope.kernel().models().all().stream()
            .filter(m -> m.entity().type() == result.getClass())
            .findFirst()
            .orElse(null);
    return model == null
        ? new Element(null, null, result.getClass().getName(), Json.write(result))
        : new Element(model.name(), idOf(model, result), null, null);
  }

  private static <E> UUID idOf(EntityModel<E> model, Object result) {
    return model.idOf(model.entity().type().cast(result));
  }

  private Object give(Element element) {
    return element.entity() == null
        ? Json.read(
            Objects.requireNonNull(element.json()), type(Objects.requireNonNull(element.type())))
        : load(element.entity(), Objects.requireNonNull(element.record()));
  }

  private Object load(String entity, UUID id) {
    EntityModel<?> model = scope.kernel().models().named(entity);
    if (model == null) {
      throw new IllegalStateException("no module provides the entity " + entity);
    }
    return Objects.requireNonNull(scope.store(model.entity()).get(new KernelId(id)));
  }

  private Class<?> type(String name) {
    try {
      return Class.forName(name, true, scope.kernel().getClass().getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the answer's class is gone: " + name, e);
    }
  }
}
