namespace GovAccountConsole.Web.Live;

/// <summary>Something people look at has changed. Carries no content: who hears it asks again through the scope filter.</summary>
/// <param name="Kind">What it is: <c>post</c>, <c>account</c>, <c>operations</c> …; <c>*</c> means anything may have changed.</param>
/// <param name="Id">Which one, where the change has one.</param>
public readonly record struct LiveChange(string Kind, Guid? Id)
{
    /// <summary>Anything may have changed, e.g. after the listener was away.</summary>
    public static LiveChange Everything { get; } = new("*", null);
}
