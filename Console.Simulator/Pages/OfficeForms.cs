using GovAccountConsole.Simulator.Admin;
using GovAccountConsole.Simulator.Faults;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Pages;

/// <summary>The forms of an account's back office: events, articles, sends by hand, tokens.</summary>
internal sealed class OfficeForms(PlatformState state, EventsAdmin events, BackOffice office)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/mp/{appId}/events/{id:guid}", (HttpContext context, string appId, Guid id) => ActAsync(context, appId, (_, form) =>
        {
            if (form["act"] == "drop")
            {
                events.Drop(appId, id);
            }
            else
            {
                events.Release(appId, id);
            }
        }));
        app.MapPost("/mp/{appId}/articles/{key}", (HttpContext context, string appId, string key) => ActAsync(context, appId, (account, form) =>
        {
            if (form["act"] == "alter")
            {
                office.Alter(account, key, title: null, contentHtml: null);
            }
            else
            {
                office.Remove(account, key, form["act"] == "ban" ? Removal.ByPlatform : Removal.ByUser);
            }
        }));
        app.MapPost("/mp/{appId}/office", (HttpContext context, string appId) => ActAsync(context, appId, (account, form) =>
        {
            switch (form["act"].ToString())
            {
                case "send":
                    var title = form["title"].ToString().Trim();
                    office.Send(account, title.Length > 0 ? title : "后台群发", "<p>这一篇是在平台后台发出的。</p>", isSilent: form["silent"] == "on");
                    break;
                case "expire":
                    office.Strike(account, FaultToken.Expire);
                    break;
                case "invalidate":
                    office.Strike(account, FaultToken.Invalidate);
                    break;
            }
        }));
    }

    private async Task<IResult> ActAsync(HttpContext context, string appId, Action<Account, IFormCollection> act)
    {
        if (OwnForm.IsForeign(context) || !context.Request.HasFormContentType)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (state.Find(appId) is not { } account)
        {
            return Layout.NotFound(context);
        }
        lock (account.Gate)
        {
            act(account, form);
        }
        return Results.Redirect(form["back"] == "/faults" ? "/faults" : $"/mp/{Uri.EscapeDataString(appId)}/admin");
    }
}
