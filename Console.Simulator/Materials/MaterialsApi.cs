using System.Text.Json;
using System.Text.Json.Nodes;
using GovAccountConsole.Simulator.Gateway;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Materials;

/// <summary>Pictures for bodies, permanent material, temporary material.</summary>
internal static class MaterialsApi
{
    private const int KiB = 1024;
    private const int MiB = 1024 * KiB;
    private static readonly TimeSpan TemporaryLife = TimeSpan.FromDays(3);
    private static readonly string[] Types = ["image", "voice", "video", "thumb"];
    private static readonly string[] ImageExtensions = ["BMP", "PNG", "JPEG", "JPG", "GIF"];

    public static void Map(IEndpointRouteBuilder app, ApiGateway gateway)
    {
        var state = app.ServiceProvider.GetRequiredService<PlatformState>();
        var address = app.ServiceProvider.GetRequiredService<PublicAddress>();
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/media/uploadimg", call => UploadBodyImage(state, address, call)) { Multipart = true });
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/material/add_material", call => Add(state, address, call)) { Multipart = true, DailyLimit = 100_000 });
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/material/get_material", call => Get(address, call)) { BinaryMember = "image", DailyLimit = 200_000 });
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/material/del_material", Delete));
        gateway.Map(app, new ApiRoute("GET", "/cgi-bin/material/get_materialcount", Count));
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/material/batchget_material", call => List(state, address, call)));
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/media/upload", call => UploadTemporary(state, call)) { Multipart = true, DailyLimit = 100_000 });
        gateway.Map(app, new ApiRoute("GET", "/cgi-bin/media/get", GetTemporary) { BinaryMember = "image", DailyLimit = 200_000 });
    }

    /// <summary>A permanent image or thumb of the account, or 40007.</summary>
    public static StoredMaterial PermanentImage(Account account, string? mediaId) =>
        mediaId is not null && account.Materials.TryGetValue(mediaId, out var material)
            && material is { ExpiresAt: null, Type: "image" or "thumb", ImageId: not null }
            ? material
            : throw new Refusal(40007);

    private static JsonObject UploadBodyImage(PlatformState state, PublicAddress address, ApiCall call)
    {
        var file = call.File!;
        if (file.Extension is not ("JPG" or "JPEG" or "PNG") || ImageFormat.Of(file.Bytes) is not ("jpeg" or "png"))
        {
            throw new Refusal(40005);
        }
        if (file.Bytes.Length >= MiB)
        {
            throw new Refusal(40009);
        }
        var reply = ApiCall.Ok();
        reply["url"] = address.Of(Keep(state, file).Path);
        return reply;
    }

    private static JsonObject Add(PlatformState state, PublicAddress address, ApiCall call)
    {
        var material = Read(state, call, isPermanent: true);
        call.Account.Materials[material.MediaId] = material;
        var reply = new JsonObject { ["media_id"] = material.MediaId };
        if (material.Type is "image" && material.ImageId is { } imageId)
        {
            reply["url"] = address.Of(state.Images[imageId].Path);
        }
        reply["item"] = new JsonArray();
        return reply;
    }

    private static JsonObject UploadTemporary(PlatformState state, ApiCall call)
    {
        var material = Read(state, call, isPermanent: false);
        material.ExpiresAt = call.Now + TemporaryLife;
        call.Account.Materials[material.MediaId] = material;
        return new JsonObject
        {
            ["type"] = material.Type,
            [material.Type is "thumb" ? "thumb_media_id" : "media_id"] = material.MediaId,
            ["created_at"] = call.Now.ToUnixTimeSeconds(),
        };
    }

    private static StoredMaterial Read(PlatformState state, ApiCall call, bool isPermanent)
    {
        var type = call.Query["type"].ToString();
        if (!Types.Contains(type, StringComparer.Ordinal))
        {
            throw new Refusal(40004);
        }
        var file = call.File!;
        var format = ImageFormat.Of(file.Bytes);
        var (accepted, limit) = type switch
        {
            "image" => (format is not null && ImageExtensions.Contains(file.Extension, StringComparer.Ordinal), 10 * MiB),
            "thumb" => (format is "jpeg" && file.Extension is "JPG" or "JPEG", 64 * KiB),
            "voice" => (file.Extension is "MP3" or "WMA" or "WAV" or "AMR", 2 * MiB),
            _ => (file.Extension is "MP4", 10 * MiB),
        };
        if (!accepted)
        {
            throw new Refusal(type is "image" or "thumb" ? 40137 : 40005);
        }
        if (file.Bytes.Length > limit)
        {
            throw new Refusal(45001);
        }
        var material = new StoredMaterial { MediaId = Ids.Media(), Type = type, Name = file.FileName, CreatedAt = call.Now };
        if (type is "image" or "thumb")
        {
            material.ImageId = Keep(state, file).Id;
        }
        else if (type is "video" && isPermanent)
        {
            (material.Title, material.Introduction) = Describe(file);
        }
        return material;
    }

    private static (string? Title, string? Introduction) Describe(UploadedFile file)
    {
        if (!file.Fields.TryGetValue("description", out var description))
        {
            throw new Refusal(41005);
        }
        try
        {
            var fields = JsonNode.Parse(description)?.AsObject();
            return ((string?)fields?["title"], (string?)fields?["introduction"]);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw new Refusal(47001);
        }
    }

    private static StoredImage Keep(PlatformState state, UploadedFile file)
    {
        var image = new StoredImage(Ids.Image(), ImageFormat.Of(file.Bytes)!, file.Bytes);
        state.Images[image.Id] = image;
        return image;
    }

    private static StoredMaterial Find(ApiCall call, string? mediaId) =>
        mediaId is not null && call.Account.Materials.TryGetValue(mediaId, out var material) && !(material.ExpiresAt <= call.Now)
            ? material
            : throw new Refusal(40007);

    private static JsonObject Get(PublicAddress address, ApiCall call)
    {
        var material = Find(call, call.Json().String("media_id"));
        return material.Type is "video"
            ? new JsonObject { ["title"] = material.Title, ["description"] = material.Introduction, ["down_url"] = address.Of("/video") }
            : new JsonObject { ["image"] = material.ImageId };
    }

    private static JsonObject GetTemporary(ApiCall call) => new() { ["image"] = Find(call, call.Query["media_id"]).ImageId };

    private static JsonObject Delete(ApiCall call)
    {
        var material = Find(call, call.Json().String("media_id"));
        if (call.Account.MenuJson?.Contains(material.MediaId, StringComparison.Ordinal) == true)
        {
            throw new Refusal(48005);
        }
        call.Account.Materials.Remove(material.MediaId);
        return ApiCall.Ok();
    }

    private static JsonObject Count(ApiCall call)
    {
        var permanent = call.Account.Materials.Values.Where(material => material.ExpiresAt is null).ToLookup(material => material.Type, StringComparer.Ordinal);
        return new JsonObject
        {
            ["voice_count"] = permanent["voice"].Count(),
            ["video_count"] = permanent["video"].Count(),
            ["image_count"] = permanent["image"].Count(),
            ["news_count"] = 0,
        };
    }

    private static JsonObject List(PlatformState state, PublicAddress address, ApiCall call)
    {
        var body = call.Json();
        var type = body.String("type");
        if (type is not ("image" or "video" or "voice" or "news"))
        {
            throw new Refusal(40004);
        }
        var (offset, count) = body.Page();
        var all = call.Account.Materials.Values
            .Where(material => material.ExpiresAt is null && string.Equals(material.Type, type, StringComparison.Ordinal))
            .OrderByDescending(material => material.CreatedAt).ToList();
        var items = new JsonArray();
        foreach (var material in all.Skip(offset).Take(count))
        {
            var item = new JsonObject
            {
                ["media_id"] = material.MediaId,
                ["name"] = material.Name,
                ["update_time"] = material.CreatedAt.ToUnixTimeSeconds(),
            };
            if (material.ImageId is { } imageId)
            {
                item["url"] = address.Of(state.Images[imageId].Path);
            }
            items.Add(item);
        }
        return new JsonObject { ["item"] = items, ["total_count"] = all.Count, ["item_count"] = items.Count };
    }
}
