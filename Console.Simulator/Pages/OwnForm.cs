namespace GovAccountConsole.Simulator.Pages;

/// <summary>Forms are taken only from the simulator's own pages: browsers say where a request comes from.</summary>
internal static class OwnForm
{
    public static bool IsForeign(HttpContext context) => context.Request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");
}
