using System.Text.Json.Nodes;
using GovAccountConsole.Simulator.Gateway;

namespace GovAccountConsole.Simulator.Menus;

/// <summary>The menu at the foot of an account.</summary>
internal static class MenusApi
{
    public static void Map(IEndpointRouteBuilder app, ApiGateway gateway)
    {
        gateway.Map(app, new ApiRoute("POST", "/cgi-bin/menu/create", Create) { VerifiedOnly = true, DailyLimit = 1000 });
        gateway.Map(app, new ApiRoute("GET", "/cgi-bin/menu/get", Get) { VerifiedOnly = true, DailyLimit = 10_000 });
        gateway.Map(app, new ApiRoute("GET", "/cgi-bin/menu/delete", Delete) { VerifiedOnly = true, DailyLimit = 1000 });
        gateway.Map(app, new ApiRoute("GET", "/cgi-bin/get_current_selfmenu_info", GetCurrent));
    }

    private static JsonObject Create(ApiCall call)
    {
        var menu = call.Json();
        MenuRules.Check(menu);
        call.Account.MenuJson = menu.RawText();
        return ApiCall.Ok();
    }

    private static JsonObject Get(ApiCall call) =>
        call.Account.MenuJson is { } menu
            ? new JsonObject { ["menu"] = new JsonObject { ["button"] = Buttons(menu, wrapped: false) } }
            : throw new Refusal(46003);

    private static JsonObject Delete(ApiCall call)
    {
        call.Account.MenuJson = null;
        return ApiCall.Ok();
    }

    private static JsonObject GetCurrent(ApiCall call) => call.Account.MenuJson is { } menu
        ? new JsonObject { ["is_menu_open"] = 1, ["selfmenu_info"] = new JsonObject { ["button"] = Buttons(menu, wrapped: true) } }
        : new JsonObject { ["is_menu_open"] = 0 };

    // The two calls differ: menu/get always has sub_button as a list, the other wraps it into {"list": [...]}.
    private static JsonArray Buttons(string menu, bool wrapped)
    {
        var buttons = JsonNode.Parse(menu)!["button"]!.DeepClone().AsArray();
        foreach (var button in buttons.OfType<JsonObject>())
        {
            var below = button["sub_button"]?.DeepClone().AsArray() ?? [];
            button.Remove("sub_button");
            if (!wrapped)
            {
                button["sub_button"] = below;
            }
            else if (below.Count > 0)
            {
                button["sub_button"] = new JsonObject { ["list"] = below };
            }
        }
        return buttons;
    }
}
