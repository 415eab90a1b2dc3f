using System.Text.Json.Nodes;
using GovAccountConsole.Simulator.Publishing;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Pages;

/// <summary>The buttons at the foot of an account; one with buttons below it unfolds.</summary>
internal static class MenuButtons
{
    public static Markup Top(Account account, JsonObject button)
    {
        var name = (string?)button["name"];
        return button["sub_button"] is JsonArray { Count: > 0 } below
            ? Markup.Of($"""<details name="menu"><summary>{name}</summary><div class="sub">{below.OfType<JsonObject>().Select(sub => Action(account, sub))}</div></details>""")
            : Action(account, button);
    }

    private static Markup Action(Account account, JsonObject button)
    {
        var name = (string?)button["name"];
        switch ((string?)button["type"])
        {
            case "view" or "miniprogram":
                return Markup.Of($"""<a href="{(string?)button["url"]}" target="_blank" rel="noopener noreferrer">{name}</a>""");
            case "article_id" or "article_view_limited":
                var group = ArticleShelf.Group(account, (string?)button["article_id"] ?? "");
                return group.Count > 0 ? Markup.Of($"""<a href="/s/{group[0].Key}">{name}</a>""") : Markup.Of($"""<span>{name}</span>""");
            default:
                return Markup.Of($"""
                    <form method="post" action="/mp/{account.AppId}/menu"><input type="hidden" name="key" value="{(string?)button["key"]}"><button>{name}</button></form>
                    """);
        }
    }
}
