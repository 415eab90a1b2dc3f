using GovAccountConsole.Simulator.Faults;

namespace GovAccountConsole.Simulator.Admin;

/// <summary>Orders disturbances of coming calls and pushes, one by one or as a preset.</summary>
internal static class FaultsAdmin
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var faults = app.ServiceProvider.GetRequiredService<FaultBook>();
        app.MapGet("/sim/faults", () => AdminJson.Write(faults.All()));
        app.MapPost("/sim/faults", async (HttpContext context) =>
        {
            var (fault, refusal) = await AdminJson.ReadAsync<Fault>(context);
            if (fault is null)
            {
                return refusal!;
            }
            if (fault.Problem() is { } problem)
            {
                return AdminJson.Problem(StatusCodes.Status400BadRequest, problem);
            }
            faults.Add(fault);
            return AdminJson.Write(fault, StatusCodes.Status201Created);
        });
        app.MapDelete("/sim/faults", () =>
        {
            faults.Clear();
            return Results.NoContent();
        });
        app.MapDelete("/sim/faults/{id:int}", (int id) =>
            faults.Remove(id) ? Results.NoContent() : AdminJson.Problem(StatusCodes.Status404NotFound, "There is no such fault, or it is over."));
        app.MapGet("/sim/faults/presets", () => AdminJson.Write(Presets.All.Select(preset => new { preset.Name, title = preset.Chinese, titleEn = preset.English, lesson = preset.ChineseLesson, lessonEn = preset.EnglishLesson })));
        app.MapPost("/sim/faults/presets/{name}", async (HttpContext context, string name) =>
        {
            if (Presets.Find(name) is not { } preset)
            {
                return AdminJson.Problem(StatusCodes.Status404NotFound, $"There is no preset {name}.");
            }
            // The body may be left out: all accounts, a new seed.
            var (order, refusal) = context.Request.ContentLength is > 0 ? await AdminJson.ReadAsync<PresetOrder>(context) : (new PresetOrder(), null);
            return order is null ? refusal! : AdminJson.Write(Apply(faults, preset, order.AppId, order.Seed), StatusCodes.Status201Created);
        });
    }

    /// <summary>Adds a preset's disturbances; the seed is told so that the same day can be had again.</summary>
    public static object Apply(FaultBook book, Preset preset, string? appId, int? seed)
    {
        var used = seed ?? FaultBook.NewSeed();
        var faults = preset.Make(string.IsNullOrEmpty(appId) ? null : appId);
        foreach (var fault in faults.Where(fault => fault.Probability is not null))
        {
            fault.Seed = used;
        }
        book.Add(faults);
        return new { preset = preset.Name, seed = used, faults };
    }

    private sealed record PresetOrder(string? AppId = null, int? Seed = null);
}
