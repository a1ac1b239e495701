package ai.policytracker.query.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The delivery of a change to a subscriber, by the Standard Webhooks specification. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 1)
public class ChangeWebhook implements OASFilter {
  private static final String TAG = "Webhooks";
  private static final String DELIVERY = "ChangeDelivery";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.getComponents().addSchema(DELIVERY, delivery());
    api.addTag(OASFactory.createTag().name(TAG));
    api.addWebhook("change", OASFactory.createPathItem().POST(post()));
  }

  private static Operation post() {
    return OASFactory.createOperation()
        .operationId("deliverChange")
        .summary("One change, sent to the address of a subscription")
        .description(
            "Planned, not sent yet. At least once: webhook-id is the same for every attempt at one change, whatever"
                + " the subscription's retries or replays.")
        .addTag(TAG)
        .addParameter(header("webhook-id", "Id of the message: that of the change", "change-1"))
        .addParameter(
            header("webhook-timestamp", "Seconds since 1970 of this attempt", "1767225600"))
        .addParameter(
            header(
                "webhook-signature",
                "v1, and the base64 of an HMAC-SHA256 over id, timestamp and body, joined by dots,"
                    + " with the subscription's secret; several, parted by blanks, while a secret"
                    + " is replaced",
                "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4="))
        .requestBody(
            OASFactory.createRequestBody()
                .required(true)
                .content(
                    OASFactory.createContent()
                        .addMediaType(
                            "application/json",
                            OASFactory.createMediaType().schema(reference(DELIVERY)))))
        .responses(
            OASFactory.createAPIResponses()
                .addAPIResponse(
                    "2XX",
                    OASFactory.createAPIResponse()
                        .description("Taken; anything else is tried again later"))
                .addAPIResponse(
                    "410",
                    OASFactory.createAPIResponse()
                        .description("Nobody listens any more: the subscription ends")));
  }

  private static Parameter header(String name, String description, String example) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .required(true)
        .description(description)
        .schema(OASFactory.createSchema().addType(SchemaType.STRING))
        .example(example);
  }

  private static Schema delivery() {
    return OASFactory.createSchema()
        .addType(SchemaType.OBJECT)
        .description("Body of a webhook")
        .addProperty(
            "type",
            OASFactory.createSchema()
                .addType(SchemaType.STRING)
                .description("policy.change. and the change's type in lower case")
                .addExample("policy.change.adopted"))
        .addProperty("timestamp", reference("Instant"))
        .addProperty("data", reference("ChangeView"))
        .required(List.of("type", "timestamp", "data"));
  }

  private static Schema reference(String name) {
    return OASFactory.createSchema().ref("#/components/schemas/" + name);
  }
}
