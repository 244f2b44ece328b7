package io.crmkit.core.kernel.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.crmkit.api.value.EntityId;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one JSON form of values, commands and events: ids as text, times as ISO 8601, map keys
 * sorted, members of a sealed interface told apart by the property {@code type} holding their
 * simple class name.
 *
 * <p>The mapper is made on first use, since many a short-lived in-memory CRM never needs it.
 */
public final class Json {

  private Json() {}

  private static final class Holder {
    static final ObjectMapper MAPPER = mapper();
  }

  /** Makes the mapper, for who knows that it will soon be wanted and has time now. */
  public static void prepare() {
    Objects.requireNonNull(Holder.MAPPER);
  }

  public static String write(Object value) {
    if (value instanceof RawJson raw) {
      return raw.text();
    }
    try {
      return Holder.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "cannot be written as JSON: " + value.getClass().getName(), e);
    }
  }

  /** Reads a value of this type; properties that the type does not know are passed over. */
  public static Object read(String text, Type type) {
    if (type == RawJson.class) {
      return RawJson.ofText(text);
    }
    try {
      JavaType target = Holder.MAPPER.constructType(type);
      return Holder.MAPPER.readValue(text, target);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be read as " + type.getTypeName(), e);
    }
  }

  private static ObjectMapper mapper() {
    SimpleModule ids =
        new SimpleModule("crmkit") {
          private static final long serialVersionUID = 1L;

          @Override
          public void setupModule(SetupContext context) {
            super.setupModule(context);
            context.addDeserializers(new IdDeserializers());
          }
        };
    ids.addSerializer(new IdSerializer());
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .addModule(ids)
        .annotationIntrospector(new SealedTypes())
        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
        .build();
  }

  private static final class IdSerializer extends StdSerializer<EntityId> {
    private static final long serialVersionUID = 1L;

    IdSerializer() {
      super(EntityId.class);
    }

    @Override
    public void serialize(EntityId id, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(id.value().toString());
    }
  }

  private static final class IdDeserializers extends Deserializers.Base {
    @Override
    public @Nullable JsonDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription description) {
      Class<?> raw = type.getRawClass();
      if (!EntityId.class.isAssignableFrom(raw) || !raw.isRecord()) {
        return null;
      }
      try {
        Constructor<?> constructor = raw.getDeclaredConstructor(UUID.class);
        constructor.setAccessible(true);
        return new IdDeserializer(constructor);
      } catch (NoSuchMethodException e) {
        return null;
      }
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
      return EntityId.class.isAssignableFrom(type);
    }
  }

  private static final class IdDeserializer extends JsonDeserializer<Object> {
    private final Constructor<?> constructor;

    IdDeserializer(Constructor<?> constructor) {
      this.constructor = constructor;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      try {
        return constructor.newInstance(UUID.fromString(parser.getText()));
      } catch (ReflectiveOperationException | IllegalArgumentException e) {
        throw new IOException("not an id: " + parser.getText(), e);
      }
    }
  }

  /** Lets members of sealed interfaces be told apart, without annotations in crm-api. */
  private static final class SealedTypes extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable TypeResolverBuilder<?> findTypeResolver(
        MapperConfig<?> config, AnnotatedClass annotated, JavaType baseType) {
      Class<?> sealed = sealedRoot(annotated.getRawType());
      if (sealed == null) {
        return super.findTypeResolver(config, annotated, baseType);
      }
      return new StdTypeResolverBuilder()
          .init(JsonTypeInfo.Id.NAME, null)
          .inclusion(JsonTypeInfo.As.PROPERTY)
          .typeProperty("type");
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
      Class<?> raw = annotated.getRawType();
      if (raw == null || !raw.isInterface() || !raw.isSealed()) {
        return super.findSubtypes(annotated);
      }
      return Arrays.stream(raw.getPermittedSubclasses())
          .map(c -> new NamedType(c, c.getSimpleName()))
          .toList();
    }

    @Override
    public @Nullable String findTypeName(AnnotatedClass annotated) {
      return sealedRoot(annotated.getRawType()) == null
          ? super.findTypeName(annotated)
          : annotated.getRawType().getSimpleName();
    }

    private static @Nullable Class<?> sealedRoot(Class<?> type) {
      if (type.isInterface() && type.isSealed()) {
        return type;
      }
      return Arrays.stream(type.getInterfaces()).filter(Class::isSealed).findFirst().orElse(null);
    }
  }
}
