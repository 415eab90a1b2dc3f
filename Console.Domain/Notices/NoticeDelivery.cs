namespace GovAccountConsole.Domain.Notices;

/// <summary>How a person wants to hear of one kind.</summary>
public enum NoticeDelivery
{
    /// <summary>Not at all.</summary>
    Off,

    /// <summary>In the console.</summary>
    InApp,

    /// <summary>In the console, and in one mail a working day.</summary>
    Digest,

    /// <summary>In the console, and by mail at once, outside quiet hours.</summary>
    Mail,
}
