using GovAccountConsole.Simulator.Gateway;

namespace GovAccountConsole.Simulator.Menus;

/// <summary>Limits of the menu at the foot of an account.</summary>
internal static class MenuRules
{
    private const int MostButtons = 3;
    private const int MostSubButtons = 5;
    private const int NameBytes = 16;
    private const int SubNameBytes = 60;
    private const int KeyBytes = 128;
    private const int UrlBytes = 1024;

    private static readonly string[] KeyTypes = ["click", "scancode_push", "scancode_waitmsg", "pic_sysphoto", "pic_photo_or_album", "pic_weixin", "location_select"];

    public static void Check(WireObject menu)
    {
        var buttons = menu.Objects("button");
        if (buttons is null || buttons.Count is 0 or > MostButtons)
        {
            throw new Refusal(40016);
        }
        foreach (var button in buttons)
        {
            CheckName(button, NameBytes, 40018);
            var below = button.Objects("sub_button");
            if (below is { Count: > MostSubButtons })
            {
                throw new Refusal(40023);
            }
            if (below is not { Count: > 0 })
            {
                CheckAction(button, isSub: false);
                continue;
            }
            foreach (var sub in below)
            {
                CheckName(sub, SubNameBytes, 40025);
                CheckAction(sub, isSub: true);
            }
        }
    }

    private static void CheckName(WireObject button, int limit, int code)
    {
        var name = button.Text("name");
        if (name is { HasEscapes: true })
        {
            throw new Refusal(40033);
        }
        if (name is not { IsEmpty: false } given || given.ByteCount > limit)
        {
            throw new Refusal(code);
        }
    }

    private static void CheckAction(WireObject button, bool isSub)
    {
        switch (button.String("type"))
        {
            case { } type when KeyTypes.Contains(type, StringComparer.Ordinal):
                Limit(button.Text("key"), KeyBytes, isSub ? 40026 : 40019);
                break;
            case "view":
                CheckUrl(button, isSub);
                break;
            case "miniprogram":
                CheckUrl(button, isSub);
                Limit(button.Text("appid"), KeyBytes, 40013);
                Limit(button.Text("pagepath"), UrlBytes, isSub ? 40027 : 40020);
                break;
            case "media_id" or "view_limited":
                Limit(button.Text("media_id"), KeyBytes, 40007);
                break;
            case "article_id" or "article_view_limited":
                Limit(button.Text("article_id"), KeyBytes, 53600);
                break;
            default:
                throw new Refusal(isSub ? 40024 : 40017);
        }
    }

    private static void CheckUrl(WireObject button, bool isSub)
    {
        Limit(button.Text("url"), UrlBytes, isSub ? 40027 : 40020);
        if (!Uri.TryCreate(button.String("url"), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            throw new Refusal(isSub ? 40054 : 40055);
        }
    }

    private static void Limit(WireText? text, int bytes, int code)
    {
        if (text is not { IsEmpty: false } given || given.ByteCount > bytes)
        {
            throw new Refusal(code);
        }
    }
}
