using GovAccountConsole.Simulator.Callbacks;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Pages;

/// <summary>What a trainer may do with a push: release or drop a held one, deliver another again.</summary>
internal static class EventButtons
{
    public static Markup Of(Account account, PushRecord push, string back, Speech say) => push.IsHeld
        ? Markup.Of($"""
            <form method="post" action="/mp/{account.AppId}/events/{push.Id.ToString()}" class="row"><input type="hidden" name="back" value="{back}">
            <button name="act" value="release" class="primary">{say.Say("放行", "Release")}</button><button name="act" value="drop">{say.Say("丢弃", "Drop")}</button></form>
            """)
        : Markup.Of($"""
            <form method="post" action="/mp/{account.AppId}/events/{push.Id.ToString()}" class="row"><input type="hidden" name="back" value="{back}">
            <button name="act" value="release">{(push.IsDelivered ? say.Say("再送一次", "Deliver again") : say.Say("现在送", "Deliver now"))}</button></form>
            """);
}
