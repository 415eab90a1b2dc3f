using GovAccountConsole.Simulator.Gateway;

namespace GovAccountConsole.Simulator.Admin;

/// <summary>Orders disturbances of coming calls.</summary>
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
            if (!fault.Path.StartsWith('/') || fault.Times < 1)
            {
                return AdminJson.Problem(StatusCodes.Status400BadRequest, "path begins with /, times is at least 1.");
            }
            faults.Add(fault);
            return AdminJson.Write(fault, StatusCodes.Status201Created);
        });
        app.MapDelete("/sim/faults", () =>
        {
            faults.Clear();
            return Results.NoContent();
        });
    }
}
