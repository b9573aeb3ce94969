<#import "field.ftl" as field>
<#macro logoutOtherSessions>
  <@field.choice name="logout-sessions" label=msg("logoutOtherSessions")/>
</#macro>
