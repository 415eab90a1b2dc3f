using GovAccountConsole.Web.Components.Shared;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Web.Emergencies;

/// <summary>What is asked before a post goes into the short chain: exactly what will happen.</summary>
public static class EmergencyQuestion
{
    /// <summary>The question.</summary>
    public static ConfirmQuestion Of(IStringLocalizer<EmergencyText> t) => new(t["Ask.Title"], t["Ask.Do"], t["Ask.Keep"])
    {
        Body = t["Ask.Body"],
        Facts = [t["Ask.Fact.Who"], t["Ask.Fact.Checks"], t["Ask.Fact.Share"]],
        ReasonLabel = t["Ask.Reason"],
        ReasonHelp = t["Ask.ReasonHelp"],
        Dangerous = true,
    };
}
